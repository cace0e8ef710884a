package io.github.openstackjvm.internal.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.internal.http.FaultFixtures.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** What real services answered, and what becomes of it. */
class ServiceFaultsTest {
    @ParameterizedTest
    @MethodSource("io.github.openstackjvm.internal.http.FaultFixtures#all")
    void becomesTheExceptionWithTheServicesWords(Answer answer) {
        OpenStackException error = map(answer, answer.bytes());
        String kind =
                error.getClass().getSimpleName() + (error instanceof Conflict conflict ? " " + conflict.reason() : "");
        assertThat(kind).isEqualTo(answer.exception());
        assertThat(error.context().cloudMessage()).isEqualTo(answer.words().equals("-") ? null : answer.words());
        assertThat(error.context().requestId()).isEqualTo(expectedRequestId(answer));
        assertThat(error.context().body()).isEqualTo(answer.body());
        if (!answer.words().equals("-")) {
            assertThat(error).hasMessageContaining(": " + answer.words());
        }
        assertThat(error).hasNoCause();
    }

    @ParameterizedTest
    @MethodSource("io.github.openstackjvm.internal.http.FaultFixtures#all")
    void anyPrefixOfTheBodyIsReadWithoutFailing(Answer answer) {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            byte[] bytes = answer.bytes();
            for (int length = 0; length < bytes.length; length += 1 + length / 8) {
                OpenStackException error = map(answer, Arrays.copyOf(bytes, length));
                assertThat(error.status()).isEqualTo(answer.status());
            }
        });
    }

    private static OpenStackException map(Answer answer, byte[] body) {
        CallFacts facts = new CallFacts(
                answer.service(), "RegionOne", answer.method(), "http://cloud.example" + answer.path(), List.of());
        return ErrorMapper.map(answer.status(), answer.headers(), body, facts, Instant.EPOCH);
    }

    private static @Nullable String expectedRequestId(Answer answer) {
        return answer.headers()
                .first("X-Openstack-Request-Id")
                .or(() -> answer.headers().first("X-Compute-Request-Id"))
                .orElse(null);
    }
}
