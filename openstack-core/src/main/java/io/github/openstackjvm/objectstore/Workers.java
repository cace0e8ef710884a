package io.github.openstackjvm.objectstore;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

import io.github.openstackjvm.error.Cancelled;
import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.internal.wire.Waits;
import org.jspecify.annotations.Nullable;

/**
 * Does many things at once: on the caller's thread, and on others beside it as far as there are any free. To interrupt the
 * caller interrupts all of them.
 */
final class Workers {
    private final Iterator<? extends Callable<?>> tasks;
    private final boolean untilFailure;
    private final List<CompletableFuture<?>> helpers = new ArrayList<>();
    private final List<Exception> failures = new ArrayList<>();
    private @Nullable Error error;
    private int running;
    private boolean over;

    private Workers(Iterator<? extends Callable<?>> tasks, boolean untilFailure) {
        this.tasks = tasks;
        this.untilFailure = untilFailure;
    }

    /**
     * Does all of these, at most so many at once, each fetched when a thread is free for it. The first failure ends the
     * others, and is thrown.
     */
    static void all(Waits waits, int atOnce, Iterator<? extends Callable<?>> tasks) {
        List<Exception> failures = new Workers(tasks, true).run(waits, atOnce);
        if (!failures.isEmpty()) {
            Exception first = failures.get(0);
            failures.stream()
                    .skip(1)
                    .filter(each -> !(each instanceof Cancelled))
                    .forEach(first::addSuppressed);
            throw first instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(first);
        }
    }

    /** Does all of these, whatever becomes of the others, and returns what went wrong. */
    static List<Exception> each(Waits waits, int atOnce, Iterator<? extends Callable<?>> tasks) {
        return new Workers(tasks, false).run(waits, atOnce);
    }

    private List<Exception> run(Waits waits, int atOnce) {
        synchronized (this) {
            for (int i = 1; i < atOnce; i++) {
                helpers.add(waits.beside(() -> {
                    work();
                    return null;
                }));
            }
        }
        work();
        finish();
        if (error != null) {
            failures.forEach(error::addSuppressed);
            throw error;
        }
        return failures;
    }

    private void work() {
        begun();
        try {
            for (Callable<?> task = next(); task != null; task = next()) {
                try {
                    task.call();
                } catch (Exception e) {
                    failed(e);
                }
            }
        } catch (Error e) {
            broken(e);
        } finally {
            ended();
        }
    }

    private synchronized void begun() {
        running++;
    }

    private synchronized void ended() {
        running--;
        notifyAll();
    }

    /** Another one to do; null when there is none any more. */
    private synchronized @Nullable Callable<?> next() {
        try {
            over = over || !tasks.hasNext();
            return over ? null : tasks.next();
        } catch (RuntimeException e) {
            // The list of what there is to do could not be continued.
            failures.add(e);
            over = true;
            return null;
        }
    }

    private synchronized void failed(Exception failure) {
        failures.add(failure);
        if (untilFailure || failure instanceof Cancelled) {
            stop();
        }
    }

    /** Nothing can be said of the rest: the caller gets it as it is. */
    private synchronized void broken(Error failure) {
        error = failure;
        stop();
    }

    private synchronized void stop() {
        over = true;
        helpers.forEach(helper -> helper.cancel(true));
    }

    /** Waits for those who are still at work. Helpers that have not begun find nothing left to do. */
    private void finish() {
        boolean interrupted = false;
        synchronized (this) {
            while (running > 0) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                    failed(new Cancelled("The thread was interrupted while transfers went on", ErrorContext.NONE, e));
                }
            }
            helpers.forEach(helper -> helper.cancel(false));
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
