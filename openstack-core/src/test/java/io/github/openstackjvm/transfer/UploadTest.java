package io.github.openstackjvm.transfer;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.error.OutcomeUnknown;
import io.github.openstackjvm.error.Unauthenticated;
import io.github.openstackjvm.error.Unavailable;
import io.github.openstackjvm.internal.wire.Checksum;
import io.github.openstackjvm.internal.wire.Hashed;
import io.github.openstackjvm.session.RawRequest;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.stub.MemoryCloud;
import io.github.openstackjvm.stub.Sent;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpBody;
import io.github.openstackjvm.transport.HttpHeaders;
import io.github.openstackjvm.transport.TransportException.Reason;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Content on its way through the call chain. The service is Nova in name only. */
class UploadTest {
    private final MemoryCloud nova = new MemoryCloud();
    private final Cloud cloud = nova.cloud();

    private RawRequest put(HttpBody body) {
        return cloud.session().adapter(ServiceType.COMPUTE).put("/x").body("application/octet-stream", body);
    }

    private static Content once() {
        return Content.once(new ByteArrayInputStream("hello".getBytes(UTF_8)), 5);
    }

    @Test
    void isOpenedAgainForEachAttempt() {
        List<Long> heard = new ArrayList<>();
        nova.thenFails(Reason.BROKEN).then(401).then(201);

        put(Content.of("hello").onProgress(progress -> heard.add(progress.bytes())))
                .send();

        assertThat(nova.sent()).extracting(Sent::body).containsExactly("hello", "hello", "hello");
        assertThat(nova.tokens()).isEqualTo(2);
        assertThat(heard.stream().filter(bytes -> bytes == 0)).hasSize(3);
        assertThat(heard.get(heard.size() - 1)).isEqualTo(5);
    }

    @Test
    void saysThatAStreamCannotBeSentAgain() {
        nova.thenFails(Reason.BROKEN);

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> put(once()).send())
                .withMessageContaining("its body can be read only once: it was not sent again");
        assertThat(nova.calls()).hasSize(1);
    }

    @Test
    void saysSoWhenTheTokenRanOutInBetween() {
        nova.then(401);

        assertThatExceptionOfType(Unauthenticated.class)
                .isThrownBy(() -> put(once()).send())
                .withMessageContaining("its body can be read only once: it was not sent again");
        assertThat(nova.calls()).hasSize(1);
    }

    @Test
    void leavesItOpenWhetherALostPostWasCarriedOut() {
        nova.thenFails(Reason.BROKEN);

        assertThatExceptionOfType(OutcomeUnknown.class)
                .isThrownBy(() -> cloud.session()
                        .adapter(ServiceType.COMPUTE)
                        .post("/x")
                        .body("text/plain", Content.of("hello"))
                        .send());
        assertThat(nova.calls()).hasSize(1);
    }

    @Test
    void hasNoDeadlineOfItself() {
        nova.then(call -> {
                    assertThat(call.limits().total()).isGreaterThan(Duration.ofDays(1000));
                    nova.clock.advance(Duration.ofDays(2));
                    return HttpAnswer.buffered(503, HttpHeaders.EMPTY, new byte[0]);
                })
                .then(201);

        put(Content.of("hello")).send();

        assertThat(nova.calls()).hasSize(2);
    }

    @Test
    void hasTheDeadlineThatIsAskedFor() {
        nova.then(call -> {
            assertThat(call.limits().total()).isEqualTo(Duration.ofSeconds(40));
            nova.clock.advance(Duration.ofSeconds(41));
            return HttpAnswer.buffered(503, HttpHeaders.EMPTY, new byte[0]);
        });

        assertThatExceptionOfType(OpenStackException.class)
                .isThrownBy(() ->
                        put(Content.of("hello")).timeout(Duration.ofSeconds(40)).send())
                .satisfies(e -> assertThat(e.status()).isEqualTo(503));
        assertThat(nova.calls()).hasSize(1);
    }

    @Test
    void isHashedFromItsBeginningInEachAttempt() {
        nova.thenFails(Reason.BROKEN).then(201);
        Hashed body = new Hashed(Content.of("hello"), "MD5", "SHA-1");

        put(body).send();

        assertThat(body.openings()).isEqualTo(2);
        assertThat(body.bytes()).isEqualTo(5);
        assertThat(body.checksum("MD5")).isEqualTo(new Checksum("MD5", "5d41402abc4b2a76b9719d911017c592"));
        assertThat(body.checksum("SHA-1").hex()).isEqualTo("aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d");
    }
}
