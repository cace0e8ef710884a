package io.github.openstackjvm.internal.config;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.openstackjvm.resilience.ResiliencePolicy;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.transport.TimeLimits;

/** What operators know from openstacksdk and keystoneauth, in the words of a {@link ResiliencePolicy}. */
public final class Knobs {
    private Knobs() {}

    /** The policy of the whole cloud. */
    public static ResiliencePolicy of(Settings settings) {
        return ResiliencePolicy.DEFAULT
                .withLimits(limits(settings))
                .withDeadline(longer(ResiliencePolicy.DEFAULT.deadline(), settings))
                .withRetries(
                        retries(ResiliencePolicy.Retries.DEFAULT, key -> settings.get(key, Integer.class), settings));
    }

    /** The same with what is said of one service. */
    public static ResiliencePolicy of(ResiliencePolicy cloud, Settings settings, ServiceType service) {
        return cloud.withRetries(retries(cloud.retries(), key -> settings.of(service, key, Integer.class), settings));
    }

    /** There is one number of attempts here, whatever failed: the larger one of the two that are known there. */
    private static ResiliencePolicy.Retries retries(
            ResiliencePolicy.Retries base, Function<String, Optional<Integer>> count, Settings settings) {
        int attempts = Stream.of("connect_retries", "status_code_retries")
                .map(count)
                .flatMap(Optional::stream)
                .mapToInt(retries -> Math.min(retries, Integer.MAX_VALUE - 1) + 1)
                .max()
                .orElse(base.attempts());
        Duration pause = Stream.of("status_code_retry_delay", "connect_retry_delay")
                .map(key -> settings.get(key, Duration.class))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(base.firstPause());
        Duration longest = pause.compareTo(base.longestPause()) > 0 ? pause : base.longestPause();
        return new ResiliencePolicy.Retries(attempts, pause, longest, base.longestRetryAfter(), base.budget());
    }

    /** {@code api_timeout} is how long a peer may stay silent, as in requests; the whole may take longer. */
    private static TimeLimits limits(Settings settings) {
        TimeLimits usual = TimeLimits.DEFAULT;
        return settings.get("api_timeout", Duration.class)
                .map(silence -> new TimeLimits(
                        silence.compareTo(usual.connect()) < 0 ? silence : usual.connect(),
                        silence,
                        silence,
                        longer(Duration.ofMinutes(5), settings)))
                .orElse(usual);
    }

    private static Duration longer(Duration usual, Settings settings) {
        return settings.get("api_timeout", Duration.class)
                .filter(timeout -> timeout.compareTo(usual) > 0)
                .orElse(usual);
    }
}
