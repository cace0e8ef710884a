package io.github.openstackjvm.resilience;

import java.time.Duration;
import java.util.Set;

import io.github.openstackjvm.transport.TimeLimits;

/**
 * How calls are protected. What is repeated and what is not follows from the meaning of the answer, not from these values;
 * they only say how often, how long and how fast.
 *
 * @param limits how long the parts of one attempt may take
 * @param deadline all attempts of one call together with the pauses between them, and with what is asked of Identity for it
 * @param retries how often a call is repeated, and after which pauses
 * @param breaker when a failing service is left alone
 * @param throttle how hard a service is worked at most
 * @param waiting how the end of a transition is awaited
 * @param refusalMemory how long a refused password is not tried again
 */
public record ResiliencePolicy(
        TimeLimits limits,
        Duration deadline,
        Retries retries,
        Breaker breaker,
        Throttle throttle,
        Waiting waiting,
        Duration refusalMemory) {

    /** What is used unless something else is asked for. */
    public static final ResiliencePolicy DEFAULT = new ResiliencePolicy(
            TimeLimits.DEFAULT,
            Duration.ofMinutes(5),
            Retries.DEFAULT,
            Breaker.DEFAULT,
            Throttle.NONE,
            Waiting.DEFAULT,
            Duration.ofSeconds(60));

    /** Refuses values without a meaning. */
    public ResiliencePolicy {
        positive("deadline", deadline);
    }

    /**
     * How often a call is repeated. In all, a call is repeated as often as the larger one of the two says.
     *
     * @param afterFailure when there was no answer: no connection, a broken one, or none in time
     * @param afterStatus when the answer said that there is none for now
     * @param statuses that are repeated as well; of POST and PATCH only those below 500, which say that nothing was done
     * @param longestRetryAfter upper bound of a pause that the server asked for; asked for more, the call fails at once
     * @param budget repeated calls per first call that a cloud may see over time; keeps a storm from multiplying
     */
    public record Retries(
            Backoff afterFailure,
            Backoff afterStatus,
            Set<Integer> statuses,
            Duration longestRetryAfter,
            double budget) {
        /** Three repetitions, after pauses up to 0.5 s, 1 s, 2 s; Retry-After up to 60 s; one repetition per five calls. */
        public static final Retries DEFAULT =
                new Retries(Backoff.DEFAULT, Backoff.DEFAULT, Set.of(), Duration.ofSeconds(60), 0.2);

        /** Nothing is repeated. */
        public static final Retries NONE = DEFAULT.withAttempts(1);

        /** Copies the statuses. Refuses values without a meaning. */
        public Retries {
            statuses = Set.copyOf(statuses);
            if (!(budget >= 0 && budget <= 100)) {
                throw new IllegalArgumentException("'budget' must be between 0 and 100, not " + budget);
            }
        }

        /** How often a call is sent at most, the first time included. */
        public int attempts() {
            return 1 + Math.max(afterFailure.retries, afterStatus.retries);
        }

        /** The same with so many attempts in all, the first one included; 1 repeats nothing. */
        public Retries withAttempts(int attempts) {
            if (attempts < 1) {
                throw new IllegalArgumentException("'attempts' counts the first one, too: at least 1, not " + attempts);
            }
            return new Retries(
                    afterFailure.withRetries(attempts - 1),
                    afterStatus.withRetries(attempts - 1),
                    statuses,
                    longestRetryAfter,
                    budget);
        }

        /** The same with these pauses, whatever failed. */
        public Retries withBackoff(Backoff both) {
            return new Retries(both, both, statuses, longestRetryAfter, budget);
        }

        /** The same with another budget. */
        public Retries withBudget(double other) {
            return new Retries(afterFailure, afterStatus, statuses, longestRetryAfter, other);
        }
    }

    /**
     * How often, and after which pauses.
     *
     * @param retries repetitions, without the first attempt
     * @param firstPause the first pause, or its upper bound; each further one is twice as long
     * @param longestPause upper bound of any pause that the server did not ask for
     * @param random whether a pause is drawn at random below its bound: clients that failed together do not come back
     *     together
     */
    public record Backoff(int retries, Duration firstPause, Duration longestPause, boolean random) {
        /** Three times; at random below 0.5 s, 1 s, 2 s. */
        public static final Backoff DEFAULT = new Backoff(3, Duration.ofMillis(500), Duration.ofSeconds(20), true);

        /** Refuses values without a meaning. */
        public Backoff {
            if (retries < 0) {
                throw new IllegalArgumentException("'retries' must not be negative: " + retries);
            } else if (firstPause.isNegative() || longestPause.compareTo(firstPause) < 0) {
                throw new IllegalArgumentException(
                        "A first pause of " + firstPause + " and a longest one of " + longestPause + " make no sense");
            }
        }

        /** So often, always after exactly this pause. */
        public static Backoff every(int retries, Duration pause) {
            return new Backoff(retries, pause, pause, false);
        }

        /** The same so often. */
        public Backoff withRetries(int other) {
            return new Backoff(other, firstPause, longestPause, random);
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

        /** Refuses values without a meaning. */
        public Breaker {
            if (window < 1 || failureRate < 1 || failureRate > 100) {
                throw new IllegalArgumentException(
                        "A breaker looks at one call or more, and opens between 1 and 100 per cent of failures");
            }
            positive("open", open);
        }
    }

    /**
     * How hard a service is worked at most; each region and interface of it counts for itself. Independent of that, the
     * transport limits connections.
     *
     * @param rate requests per second, evenly spaced; 0: no limit
     * @param concurrency requests at once; 0: no limit
     * @param patience how long a request waits for its turn before it fails
     */
    public record Throttle(double rate, int concurrency, Duration patience) {
        /** No limit. */
        public static final Throttle NONE = new Throttle(0, 0, Duration.ofSeconds(60));

        /** Refuses values without a meaning. */
        public Throttle {
            if (!(rate >= 0 && rate <= 1e6) || concurrency < 0) {
                throw new IllegalArgumentException(
                        "Rate and concurrency must not be negative: " + rate + ", " + concurrency);
            }
            positive("patience", patience);
        }

        /** The same with so many requests per second; 0: no limit. */
        public Throttle withRate(double other) {
            return new Throttle(other, concurrency, patience);
        }

        /** The same with so many requests at once; 0: no limit. */
        public Throttle withConcurrency(int other) {
            return new Throttle(rate, other, patience);
        }
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
        return new ResiliencePolicy(other, deadline, retries, breaker, throttle, waiting, refusalMemory);
    }

    /** The same policy with another deadline for a whole call. */
    public ResiliencePolicy withDeadline(Duration other) {
        return new ResiliencePolicy(limits, other, retries, breaker, throttle, waiting, refusalMemory);
    }

    /** The same policy with other repetitions. */
    public ResiliencePolicy withRetries(Retries other) {
        return new ResiliencePolicy(limits, deadline, other, breaker, throttle, waiting, refusalMemory);
    }

    /** The same policy with another breaker. */
    public ResiliencePolicy withBreaker(Breaker other) {
        return new ResiliencePolicy(limits, deadline, retries, other, throttle, waiting, refusalMemory);
    }

    /** The same policy with another throttle. */
    public ResiliencePolicy withThrottle(Throttle other) {
        return new ResiliencePolicy(limits, deadline, retries, breaker, other, waiting, refusalMemory);
    }

    /** The same policy with another way of waiting. */
    public ResiliencePolicy withWaiting(Waiting other) {
        return new ResiliencePolicy(limits, deadline, retries, breaker, throttle, other, refusalMemory);
    }

    private static void positive(String name, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException("'" + name + "' must be positive, not " + value);
        }
    }
}
