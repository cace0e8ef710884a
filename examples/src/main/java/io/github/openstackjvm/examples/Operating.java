package io.github.openstackjvm.examples;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.resilience.Health;
import io.github.openstackjvm.resilience.ResiliencePolicy;
import io.github.openstackjvm.spi.CallListener;

/** What the page for operators shows. */
final class Operating {
    private Operating() {}

    static Cloud tuned() {
        ResiliencePolicy policy = ResiliencePolicy.DEFAULT
                .withDeadline(Duration.ofMinutes(1))
                .withRetries(ResiliencePolicy.Retries.DEFAULT.withAttempts(6).withBudget(0.1))
                .withThrottle(ResiliencePolicy.Throttle.NONE.withRate(20).withConcurrency(8));
        return OpenStack.connect(
                CloudConfig.named("prod").toBuilder().resilience(policy).build());
    }

    static void tighter(Cloud cloud) {
        Cloud impatient = cloud.withTimeout(Duration.ofSeconds(5));
        Cloud once = cloud.withResilience(policy -> policy.withRetries(ResiliencePolicy.Retries.NONE));
        System.out.println(impatient.whoami() + " " + once.whoami());
    }

    static boolean readiness(Cloud cloud) {
        Health health = cloud.health();
        for (Health.Service service : health.services()) {
            System.out.printf(
                    "%s %s: breaker %s, %d in flight, last error %s%n",
                    service.service(), service.region(), service.breaker(), service.inFlight(), service.lastError());
        }
        return health.well();
    }

    /** Counts what happens to calls; a bridge to Micrometer or OpenTelemetry looks the same. */
    static final class Counts implements CallListener {
        final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

        @Override
        public void answered(Attempt attempt, int status, Duration took) {
            count(attempt.service() + " " + status / 100 + "xx");
        }

        @Override
        public void failed(Attempt attempt, String why, Duration took) {
            count(attempt.service() + " no answer");
        }

        @Override
        public void retrying(Attempt attempt, String why, Duration pause) {
            count(attempt.service() + " repeated");
        }

        private void count(String what) {
            counts.computeIfAbsent(what, key -> new LongAdder()).increment();
        }
    }

    static CloudConfig observed(CallListener listener) {
        return CloudConfig.named("prod").toBuilder().listener(listener).build();
    }
}
