package io.github.openstackjvm.internal.session;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import io.github.openstackjvm.error.Cancelled;
import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.error.Unavailable;
import io.github.openstackjvm.internal.wait.Deadline;

/**
 * Work that many threads need and one does. The thread which leads runs it itself; the others wait, hold no lock meanwhile,
 * and can be interrupted. A leader that is interrupted, or has less time than the others, leaves its work undone: one of those
 * who wait must then lead another flight.
 */
public final class Flight<T> {
    /** Empty: the leader could not go on. */
    private final CompletableFuture<Optional<T>> landed = new CompletableFuture<>();

    /**
     * Does the work. What it throws is thrown here and to all who wait, unless it only concerns this thread.
     *
     * @param deadline of the call that needs it
     */
    public T lead(Deadline deadline, Supplier<T> work) {
        try {
            T result = work.get();
            landed.complete(Optional.of(result));
            return result;
        } catch (Cancelled e) {
            landed.complete(Optional.empty());
            throw e;
        } catch (RuntimeException | Error e) {
            if (Thread.currentThread().isInterrupted() || deadline.passed()) {
                landed.complete(Optional.empty());
            } else {
                landed.completeExceptionally(e);
            }
            throw e;
        }
    }

    /**
     * Waits for what the leader brings; empty when it could not go on.
     *
     * @throws Cancelled when this thread is interrupted; the flight goes on
     * @throws Unavailable when the deadline passes; the flight goes on
     */
    public Optional<T> await(String what, Deadline deadline) {
        try {
            return landed.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cancelled("Interrupted while waiting for " + what, ErrorContext.NONE, e);
        } catch (TimeoutException e) {
            throw new Unavailable("The deadline of the call passed while it waited for " + what, ErrorContext.NONE, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        }
    }
}
