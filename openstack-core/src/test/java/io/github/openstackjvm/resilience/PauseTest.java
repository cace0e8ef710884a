package io.github.openstackjvm.resilience;

import java.time.Duration;

import io.github.openstackjvm.error.Cancelled;
import io.github.openstackjvm.error.OverLimit;
import io.github.openstackjvm.stub.MemoryCloud;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** How long is waited before an attempt. Time is the test's; nothing sleeps. */
class PauseTest extends NovaCalls {
    @ParameterizedTest
    @ValueSource(strings = {"7", "7.0", "Thu, 01 Jan 2026 00:00:07 GMT", "Thursday, 01-Jan-26 00:00:07 GMT"})
    void obeysRetryAfter(String value) {
        nova.thenAfter(503, value).then(200);

        send("POST");

        assertThat(nova.times()).containsExactly(Duration.ZERO, Duration.ofSeconds(7));
    }

    @ParameterizedTest
    @CsvSource({"403, 4", "413, 4", "429, 4", "503, 4", "400, 1", "404, 1", "409, 1"})
    void retryAfterTellsARateLimitFromARefusal(int status, int attempts) {
        nova.thenAfter(status, "1")
                .thenAfter(status, "1")
                .thenAfter(status, "1")
                .thenAfter(status, "1");

        failure("POST");

        assertThat(nova.calls()).hasSize(attempts);
        assertThat(nova.clock.pauses()).hasSize(attempts - 1).allMatch(Duration.ofSeconds(1)::equals);
    }

    @Test
    void failsAtOnceWhenAskedToWaitTooLong() {
        nova.thenAfter(429, "61");

        assertThat(failure("GET"))
                .isInstanceOfSatisfying(
                        OverLimit.class, e -> assertThat(e.retryAfter()).contains(Duration.ofSeconds(61)));

        assertThat(nova.calls()).hasSize(1);
        assertThat(nova.clock.pauses()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999999999999", "soon", "-1", ""})
    void takesAbsurdPausesForNone(String value) {
        nova.thenAfter(503, value).thenAfter(429, value);

        send("GET");

        assertThat(nova.calls()).hasSize(3);
        assertThat(nova.clock.pauses()).allMatch(pause -> pause.compareTo(Duration.ofSeconds(1)) <= 0);
    }

    @Test
    void drawsPausesBelowADoublingBound() {
        Duration[] longest = {Duration.ZERO, Duration.ZERO, Duration.ZERO};
        for (int i = 0; i < 200; i++) {
            MemoryCloud fresh = new MemoryCloud().then(429, 429, 429, 200);
            get(fresh.cloud());
            for (int n = 0; n < 3; n++) {
                Duration pause = n < fresh.times().size() - 1
                        ? fresh.times().get(n + 1).minus(fresh.times().get(n))
                        : Duration.ZERO;
                longest[n] = pause.compareTo(longest[n]) > 0 ? pause : longest[n];
            }
        }

        for (int n = 0; n < 3; n++) {
            Duration bound = Duration.ofMillis(500L << n);
            assertThat(longest[n]).isBetween(bound.multipliedBy(8).dividedBy(10), bound);
        }
    }

    @Test
    void anInterruptEndsThePause() {
        nova.then(call -> {
            Thread.currentThread().interrupt();
            return MemoryCloud.answer(503, "{}").answer(call);
        });

        assertThat(failure("GET")).isInstanceOf(Cancelled.class);

        assertThat(Thread.interrupted()).as("the flag is kept").isTrue();
        assertThat(nova.calls()).hasSize(1);
    }
}
