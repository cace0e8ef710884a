package io.github.openstackjvm.internal.session;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

import io.github.openstackjvm.error.Cancelled;
import io.github.openstackjvm.error.ErrorContext;

/**
 * Work that many threads need and one does. The thread which leads runs it itself; the others wait, hold no lock meanwhile,
 * and can be interrupted. An interrupted leader leaves its work undone: one of those who wait must then lead another flight.
 */
public final class Flight<T> {
    /** Empty: the leader was interrupted. */
    private final CompletableFuture<Optional<T>> landed = new CompletableFuture<>();

    /** Does the work. What it throws is thrown here and to all who wait, unless it only concerns this thread. */
    public T lead(Supplier<T> work) {
        try {
            T result = work.get();
            landed.complete(Optional.of(result));
            return result;
        } catch (Cancelled e) {
            landed.complete(Optional.empty());
            throw e;
        } catch (RuntimeException | Error e) {
            if (Thread.currentThread().isInterrupted()) {
                landed.complete(Optional.empty());
            } else {
                landed.completeExceptionally(e);
            }
            throw e;
        }
    }

    /**
     * Waits for what the leader brings; empty when it was interrupted.
     *
     * @throws Cancelled when this thread is interrupted; the flight goes on
     */
    public Optional<T> await(String what) {
        try {
            return landed.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cancelled("Interrupted while waiting for " + what, ErrorContext.NONE, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        }
    }
}
