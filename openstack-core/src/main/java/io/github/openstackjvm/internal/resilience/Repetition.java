package io.github.openstackjvm.internal.resilience;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Predicate;

import io.github.openstackjvm.resilience.ResiliencePolicy.Backoff;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;

/**
 * Counts attempts and draws the pauses between them; it does not sleep itself, since the clock is the cloud's.
 *
 * @param <R> what an attempt results in
 */
public final class Repetition<R> {
    private final Retry retry;

    /** For results that are repeated when the first function says so, after the pause that the second one tells. */
    public Repetition(int attempts, Predicate<R> again, Function<R, Duration> pause) {
        RetryConfig config = RetryConfig.<R>custom()
                .maxAttempts(attempts)
                .retryOnResult(again)
                .intervalBiFunction(
                        (attempt, result) -> pause.apply(result.get()).toMillis())
                .build();
        this.retry = Retry.of("openstack", config);
    }

    /** The pause before a repetition, of which so many went before. */
    public static Duration pause(Backoff backoff, int before) {
        long longest = backoff.longestPause().toMillis();
        long first = backoff.firstPause().toMillis();
        int doublings = Math.min(before, Long.numberOfLeadingZeros(Math.max(first, 1)) - 1);
        long bound = backoff.random() ? Math.min(first << doublings, longest) : first;
        // Full jitter: clients that failed together do not come back together.
        return Duration.ofMillis(backoff.random() ? ThreadLocalRandom.current().nextLong(bound + 1) : bound);
    }

    /** The attempts of one call. */
    public Run begin() {
        return new Run();
    }

    /** The attempts of one call. */
    public final class Run {
        private final Retry.AsyncContext<R> context = retry.asyncContext();

        /** Milliseconds to wait before the next attempt; negative: there is none. */
        public long after(R result) {
            return context.onResult(result);
        }
    }
}
