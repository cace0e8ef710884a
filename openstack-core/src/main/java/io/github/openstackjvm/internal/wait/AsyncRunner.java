package io.github.openstackjvm.internal.wait;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.openstackjvm.error.Closed;
import io.github.openstackjvm.error.ErrorContext;
import org.jspecify.annotations.Nullable;

/**
 * Runs calls beside the caller: on the caller's executor if one was given, on virtual threads where the runtime has them, and
 * otherwise on a bounded pool of daemons, made when it is first needed.
 */
public final class AsyncRunner implements AutoCloseable {
    /** More calls at once than this wait; a connection pool of the usual size has no more connections, either. */
    private static final int PLATFORM_THREADS = 64;

    private final Optional<ExecutorService> given;
    private @Nullable ExecutorService own;
    private boolean closed;

    /** On this executor, which stays the caller's, or on threads of its own. */
    public AsyncRunner(Optional<ExecutorService> given) {
        this.given = given;
    }

    /** Runs it. Cancelling the future, or any stage made from it, interrupts it. */
    public <T> CompletableFuture<T> run(Callable<T> call) {
        CallFuture.Work<T> work = new CallFuture.Work<>(call);
        CallFuture<T> future = work.future();
        try {
            executor().execute(work);
        } catch (RejectedExecutionException e) {
            future.completeExceptionally(closed(e));
        }
        return future;
    }

    private synchronized ExecutorService executor() {
        if (given.isPresent()) {
            return given.get();
        }
        if (own == null) {
            if (closed) {
                throw new RejectedExecutionException("closed");
            }
            own = virtualThreads().orElseGet(AsyncRunner::platformThreads);
        }
        return own;
    }

    /** By reflection, since the byte code is for Java 17. */
    private static Optional<ExecutorService> virtualThreads() {
        try {
            return Optional.of((ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null));
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            return Optional.empty();
        }
    }

    private static ExecutorService platformThreads() {
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                PLATFORM_THREADS, PLATFORM_THREADS, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "openstack-async-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static void refuse(Runnable queued) {
        if (queued instanceof CallFuture.Work<?> work) {
            work.future().completeExceptionally(closed(null));
        }
    }

    private static Closed closed(@Nullable Throwable cause) {
        return new Closed("The executor takes no more calls: it was shut down", ErrorContext.NONE, cause);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (own != null) {
            // What never began would otherwise be waited for in vain.
            own.shutdownNow().forEach(AsyncRunner::refuse);
            own = null;
        }
    }
}
