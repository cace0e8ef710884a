package io.github.openstackjvm.internal.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.github.openstackjvm.resource.Progress;
import io.github.openstackjvm.resource.Transition;

/** Waits for the end of transitions. */
public interface Waits {

    /** How long one is awaited unless the caller says otherwise. */
    Duration deadline(boolean slow);

    /** The time of the cloud's clock, as far as it is known here. */
    Instant now();

    /**
     * Rests.
     *
     * @param what is waited for, for people
     * @throws io.github.openstackjvm.error.Cancelled when the thread is interrupted
     */
    void rest(Duration time, String what);

    /** Looks at these until all have ended, and returns what they led to, in the same order. */
    <R> List<R> await(List<Transition<?, R>> transitions, Duration deadline, Consumer<Progress> listener);

    /** Runs this beside the caller; to cancel the future interrupts it. */
    <T> CompletableFuture<T> beside(Callable<T> wait);
}
