package io.github.openstackjvm.resilience;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import io.github.openstackjvm.compute.KeypairSpec;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.error.OutcomeUnknown;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.stub.HandClock;
import io.github.openstackjvm.transport.HttpBody;
import io.github.openstackjvm.transport.TransportException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a request that may not be repeated ends as, and a deletion that was done by an attempt whose answer was lost. */
class UnknownOutcomeTest extends NovaCalls {
    @Test
    void aPostThatWasSentIsNotSentAgain() {
        nova.thenFails(Reason.TIMEOUT);

        OpenStackException thrown = failure("POST");

        assertThat(thrown)
                .isInstanceOf(OutcomeUnknown.class)
                .hasMessageContaining("TIMEOUT it was")
                .hasMessageContaining("GET http://nova.test/v2.1/x before trying again");
        assertThat(thrown.context().method()).isEqualTo("POST");
        assertThat(thrown.context().url()).isEqualTo("http://nova.test/v2.1/x");
        assertThat(nova.calls()).hasSize(1);
    }

    /** The first attempt was refused before any work, the second got lost: then it is not known what became of it. */
    @ParameterizedTest
    @CsvSource({
        "500, , OutcomeUnknown",
        "502, , OutcomeUnknown",
        "503, , OutcomeUnknown",
        "504, , OutcomeUnknown",
        "503, 0, Unavailable",
        "501, , OpenStackException",
        "429, , OverLimit",
        "400, , BadRequest",
    })
    void ofAPostWithAnErrorItIsSaidWhetherItMayHaveBeenDone(
            int status, @org.jspecify.annotations.Nullable String retryAfter, String thrown) {
        for (int i = 0; i < 4; i++) {
            if (retryAfter == null) {
                nova.then(status);
            } else {
                nova.thenAfter(status, retryAfter);
            }
        }

        OpenStackException failure = failure("POST");

        assertThat(failure.getClass().getSimpleName()).isEqualTo(thrown);
        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure.context().attempts()).hasSize(nova.calls().size());
    }

    @Test
    void anUnknownOutcomeSaysHowToLook() {
        nova.clock.advance(Duration.ofSeconds(7));
        nova.thenFails(Reason.UNREACHABLE).then(502);

        assertThatExceptionOfType(OutcomeUnknown.class)
                .isThrownBy(() -> cloud.compute().keypairs().create(KeypairSpec.named("mine")))
                .satisfies(e -> {
                    assertThat(e.lookAt()).isEqualTo("http://nova.test/v2.1/os-keypairs");
                    assertThat(e.name()).contains("mine");
                    assertThat(e.sentAt()).isEqualTo(HandClock.START.plusSeconds(7));
                    assertThat(e.status()).isEqualTo(502);
                })
                .withMessageContaining("GET http://nova.test/v2.1/os-keypairs and look for 'mine' before trying again");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/servers?x=y | {\"server\": {\"name\": \"a\"}} | /servers | a",
                "/servers | {\"name\": \"a\", \"size\": 1} | /servers | a",
                "/servers | {\"server\": {\"name\": \"a\"}, \"os:scheduler_hints\": {}} | /servers | a",
                "/servers/1/action | {\"rename\": {\"name\": \"a\"}} | /servers/1 | ",
                "/servers | {\"name\": 1} | /servers | ",
                "/servers | [] | /servers | ",
                "/servers | garbage | /servers | ",
            })
    void findsOutWhatToLookFor(
            String path, String body, String lookAt, @org.jspecify.annotations.Nullable String name) {
        nova.then(500);

        assertThatExceptionOfType(OutcomeUnknown.class)
                .isThrownBy(() -> cloud.session()
                        .adapter(ServiceType.COMPUTE)
                        .post(path)
                        .body("application/json", HttpBody.of(body.getBytes(StandardCharsets.UTF_8)))
                        .send())
                .satisfies(e -> {
                    assertThat(e.lookAt()).isEqualTo("http://nova.test/v2.1" + lookAt);
                    assertThat(e.name()).isEqualTo(Optional.ofNullable(name));
                });
    }

    @Test
    void aPostIsNotRepeatedAfterALostAttempt() {
        nova.thenFails(Reason.UNREACHABLE).then(429).thenFails(Reason.BROKEN);

        assertThat(failure("POST")).isInstanceOf(OutcomeUnknown.class);

        assertThat(nova.calls()).hasSize(3);
    }

    @Test
    void aDeletionThatWasDoneByTheLostAttemptIsDone() {
        nova.thenFails(Reason.BROKEN).then(404);

        assertThat(cloud.compute().flavors().delete("1").wasGone()).isTrue();
        assertThat(nova.calls()).containsExactly("DELETE /flavors/1", "DELETE /flavors/1");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void aDeletionThatWasDoneBeforeTheErrorIsDone(int status) {
        nova.then(status, 404);

        assertThat(cloud.compute().flavors().delete("1").wasGone()).isTrue();
    }

    @Test
    void aDeletionThatWasCertainlyNotDoneIsNot() {
        nova.thenFails(Reason.UNREACHABLE).then(429).then(404);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> cloud.compute().flavors().delete("1"));

        nova.then(404);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> cloud.compute().flavors().delete("1"));

        nova.then(204);
        assertThat(cloud.compute().flavors().delete("1").wasGone()).isFalse();
    }
}
