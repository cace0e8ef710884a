package io.github.openstackjvm.internal.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.openstackjvm.resilience.ResiliencePolicy;
import io.github.openstackjvm.resilience.ResiliencePolicy.Backoff;
import io.github.openstackjvm.resilience.ResiliencePolicy.Retries;
import io.github.openstackjvm.resilience.ResiliencePolicy.Throttle;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.transport.TimeLimits;

/** What operators know from openstacksdk and keystoneauth, in the words of a {@link ResiliencePolicy}. */
public final class Knobs {
    /** Where a value is looked up: in what is said of the whole cloud, or of one service. */
    private interface Said {
        <T> Optional<T> of(String key, Class<T> type);
    }

    private Knobs() {}

    /** The policy of the whole cloud. */
    public static ResiliencePolicy of(Settings settings) {
        ResiliencePolicy usual = ResiliencePolicy.DEFAULT
                .withLimits(limits(settings))
                .withDeadline(longer(ResiliencePolicy.DEFAULT.deadline(), settings));
        return with(usual, settings::get);
    }

    /** The same with what is said of one service. */
    public static ResiliencePolicy of(ResiliencePolicy cloud, Settings settings, ServiceType service) {
        return with(cloud, new Said() {
            @Override
            public <T> Optional<T> of(String key, Class<T> type) {
                return settings.of(service, key, type);
            }
        });
    }

    private static ResiliencePolicy with(ResiliencePolicy base, Said said) {
        Retries retries = base.retries();
        Throttle throttle = base.throttle();
        return base.withRetries(new Retries(
                        backoff(retries.afterFailure(), said, "connect_retries", "connect_retry_delay"),
                        backoff(retries.afterStatus(), said, "status_code_retries", "status_code_retry_delay"),
                        statuses(retries, said),
                        retries.longestRetryAfter(),
                        retries.budget()))
                .withThrottle(throttle.withRate(
                                said.of("rate_limit", Double.class).orElse(throttle.rate()))
                        .withConcurrency(said.of("concurrency", Integer.class).orElse(throttle.concurrency())));
    }

    /** A delay is meant as it stands there: always the same. */
    private static Backoff backoff(Backoff base, Said said, String count, String delay) {
        int retries = said.of(count, Integer.class).orElse(base.retries());
        return said.of(delay, Duration.class)
                .map(pause -> Backoff.every(retries, pause))
                .orElseGet(() -> base.withRetries(retries));
    }

    private static Set<Integer> statuses(Retries base, Said said) {
        return said.of("retriable_status_codes", List.class)
                .<Set<Integer>>map(Knobs::numbers)
                .orElse(base.statuses());
    }

    private static Set<Integer> numbers(List<?> statuses) {
        return Set.copyOf(statuses.stream().map(Integer.class::cast).distinct().toList());
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
