package io.github.openstackjvm.resilience;

import java.time.Duration;

import io.github.openstackjvm.transport.TimeLimits;

/**
 * How calls are protected. What is repeated and what is not follows from the meaning of the answer, not from these values;
 * they only say how often, how long and how fast.
 *
 * @param limits how long the parts of one attempt may take
 * @param deadline all attempts of one call together with the pauses between them
 * @param retries how often a call is repeated, and after which pauses
 * @param breaker when a failing service is left alone
 * @param waiting how the end of a transition is awaited
 * @param refusalMemory how long a refused password is not tried again
 */
public record ResiliencePolicy(
        TimeLimits limits,
        Duration deadline,
        Retries retries,
        Breaker breaker,
        Waiting waiting,
        Duration refusalMemory) {

    /** What is used unless something else is asked for. */
    public static final ResiliencePolicy DEFAULT = new ResiliencePolicy(
            TimeLimits.DEFAULT,
            Duration.ofMinutes(5),
            Retries.DEFAULT,
            Breaker.DEFAULT,
            Waiting.DEFAULT,
            Duration.ofSeconds(60));

    /**
     * How often a call is repeated, and after which pauses.
     *
     * @param attempts in all, the first included; 1 repeats nothing
     * @param firstPause upper bound of the first pause; each further one doubles it, and the pause is drawn at random below
     * @param longestPause upper bound of any pause that the server did not ask for
     * @param longestRetryAfter upper bound of a pause that the server did ask for; asked for more, the call fails at once
     * @param budget repeated calls per first call that a cloud may see over time; keeps a storm from multiplying
     */
    public record Retries(
            int attempts, Duration firstPause, Duration longestPause, Duration longestRetryAfter, double budget) {
        /** Four attempts, pauses up to 0.5 s, 1 s, 2 s; Retry-After up to 60 s; one repetition per five calls. */
        public static final Retries DEFAULT =
                new Retries(4, Duration.ofMillis(500), Duration.ofSeconds(20), Duration.ofSeconds(60), 0.2);

        /** Nothing is repeated. */
        public static final Retries NONE =
                new Retries(1, Duration.ofMillis(500), Duration.ofSeconds(20), Duration.ofSeconds(60), 0);

        /** Refuses values without a meaning. */
        public Retries {
            if (attempts < 1) {
                throw new IllegalArgumentException("'attempts' counts the first one, too: at least 1, not " + attempts);
            }
        }
    }

    /**
     * When a failing service is left alone. Connection errors, time-outs and the statuses 500, 502, 503 and 504 count as
     * failures; nothing else does.
     *
     * @param enabled whether there is a breaker at all
     * @param window number of the latest calls that are looked at
     * @param failureRate per cent of failures among them at which the breaker opens
     * @param open how long it stays open before one call is let through to probe
     */
    public record Breaker(boolean enabled, int window, int failureRate, Duration open) {
        /** Opens when half of the latest 20 calls failed, for 20 s. */
        public static final Breaker DEFAULT = new Breaker(true, 20, 50, Duration.ofSeconds(20));
        /** No breaker. */
        public static final Breaker OFF = new Breaker(false, 20, 50, Duration.ofSeconds(20));
    }

    /**
     * How the end of a transition is awaited.
     *
     * @param deadline for most resources
     * @param longDeadline for images, stacks and other slow ones
     * @param firstPoll pause before the first look
     * @param longestPoll upper bound of the pauses, which grow by half each time
     */
    public record Waiting(Duration deadline, Duration longDeadline, Duration firstPoll, Duration longestPoll) {
        /** 10 min, 60 min for slow resources; looks after 0.5 s, then up to 5 s apart. */
        public static final Waiting DEFAULT = new Waiting(
                Duration.ofMinutes(10), Duration.ofMinutes(60), Duration.ofMillis(500), Duration.ofSeconds(5));
    }

    /** The same policy with other time limits. */
    public ResiliencePolicy withLimits(TimeLimits other) {
        return new ResiliencePolicy(other, deadline, retries, breaker, waiting, refusalMemory);
    }

    /** The same policy with another deadline for a whole call. */
    public ResiliencePolicy withDeadline(Duration other) {
        return new ResiliencePolicy(limits, other, retries, breaker, waiting, refusalMemory);
    }

    /** The same policy with other repetitions. */
    public ResiliencePolicy withRetries(Retries other) {
        return new ResiliencePolicy(limits, deadline, other, breaker, waiting, refusalMemory);
    }

    /** The same policy with another breaker. */
    public ResiliencePolicy withBreaker(Breaker other) {
        return new ResiliencePolicy(limits, deadline, retries, other, waiting, refusalMemory);
    }

    /** The same policy with another way of waiting. */
    public ResiliencePolicy withWaiting(Waiting other) {
        return new ResiliencePolicy(limits, deadline, retries, breaker, other, refusalMemory);
    }
}
