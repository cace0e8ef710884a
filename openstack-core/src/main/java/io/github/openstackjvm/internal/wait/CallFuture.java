package io.github.openstackjvm.internal.wait;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

/**
 * The future of a call that runs on another thread. To cancel it, or any stage that was made from it, or to let it time out
 * with {@code orTimeout}, interrupts that thread, which ends the exchange. Stages share one call: cancelling one of two
 * branches ends both.
 *
 * @param <T> what the call, or the stage, returns
 */
final class CallFuture<T> extends CompletableFuture<T> {
    private final Work<?> work;

    private CallFuture(Work<?> work) {
        this.work = work;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CallFuture<>(work);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        if (cancelled) {
            work.stop();
        }
        return cancelled;
    }

    /** The call itself, and the thread that runs it while it does. */
    static final class Work<T> implements Runnable {
        private final Callable<T> call;
        private final CallFuture<T> future = new CallFuture<>(this);
        private @Nullable Thread runner;
        private boolean stopped;

        Work(Callable<T> call) {
            this.call = call;
            // Also when something other than the call fails it, such as orTimeout.
            var unused = future.whenComplete((result, failure) -> {
                if (failure != null) {
                    stop();
                }
            });
        }

        CallFuture<T> future() {
            return future;
        }

        synchronized void stop() {
            stopped = true;
            if (runner != null) {
                runner.interrupt();
            }
        }

        private synchronized boolean begin() {
            if (!stopped) {
                runner = Thread.currentThread();
            }
            return !stopped;
        }

        /** From here on nobody interrupts the thread, which goes on to do something else. */
        private synchronized void end() {
            runner = null;
            if (stopped) {
                Thread.interrupted();
            }
        }

        @Override
        @SuppressWarnings("CatchingUnchecked") // everything a call throws belongs to its future
        public void run() {
            if (!begin()) {
                return;
            }
            T result = null;
            Throwable failure = null;
            try {
                result = call.call();
            } catch (Throwable e) {
                failure = e;
            } finally {
                end();
            }
            if (failure == null) {
                future.complete(result);
            } else {
                future.completeExceptionally(failure);
            }
        }
    }
}
