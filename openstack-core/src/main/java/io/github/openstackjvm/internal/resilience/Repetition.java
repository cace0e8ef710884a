package io.github.openstackjvm.internal.resilience;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Predicate;

import io.github.openstackjvm.resilience.ResiliencePolicy;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;

/**
 * Counts attempts and draws the pauses between them; it does not sleep itself, since the clock is the cloud's.
 *
 * @param <R> what an attempt results in
 */
public final class Repetition<R> {
    private final Retry retry;

    /**
     * For results that are repeated when the first function says so, after the pause of the second one: what the server
     * asked for, or a negative one for a pause at random.
     */
    public Repetition(String name, ResiliencePolicy.Retries policy, Predicate<R> again, Function<R, Duration> asked) {
        RetryConfig config = RetryConfig.<R>custom()
                .maxAttempts(policy.attempts())
                .retryOnResult(again)
                .intervalBiFunction((attempt, result) -> pause(policy, asked, attempt, result))
                .build();
        this.retry = Retry.of(name, config);
    }

    private static <R> Long pause(
            ResiliencePolicy.Retries policy, Function<R, Duration> asked, int attempt, Either<Throwable, R> result) {
        Duration wanted = asked.apply(result.get());
        if (!wanted.isNegative()) {
            return wanted.toMillis();
        }
        // Full jitter: clients that failed together do not come back together.
        long doubled = policy.firstPause().toMillis() << Math.min(attempt - 1, 20);
        long bound = Math.min(doubled, policy.longestPause().toMillis());
        return bound <= 0 ? 0L : ThreadLocalRandom.current().nextLong(bound + 1);
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
