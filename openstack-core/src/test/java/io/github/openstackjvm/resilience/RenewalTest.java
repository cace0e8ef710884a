package io.github.openstackjvm.resilience;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;

import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.error.Unauthenticated;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.stub.MemoryCloud;
import io.github.openstackjvm.stub.Sent;
import io.github.openstackjvm.transport.HttpBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What becomes of refused tokens and credentials. */
class RenewalTest extends NovaCalls {
    @Test
    void renewsARefusedTokenOnceAndSendsTheRequestOnceMore() {
        nova.then(401, 200);

        cloud.session().adapter(ServiceType.COMPUTE).post("/x").json(List.of(1)).send();

        assertThat(nova.sent()).extracting(Sent::body).containsExactly("[1]", "[1]");
        assertThat(nova.sent()).extracting(sent -> sent.header("X-Auth-Token")).containsExactly("token-1", "token-2");
        assertThat(nova.tokens()).isEqualTo(2);
        assertThat(nova.clock.pauses()).isEmpty();
    }

    @Test
    void renewsNoMoreThanOncePerRequestWhateverItMeets() {
        nova.then(401, 503, 401, 200);

        assertThat(failure("GET")).isInstanceOf(Unauthenticated.class);

        assertThat(nova.calls()).hasSize(3);
        assertThat(nova.tokens()).isEqualTo(2);
    }

    @Test
    void saysSoWhenTheNewTokenIsRefusedToo() {
        nova.then(401, 401, 200);

        assertThat(failure("GET")).isInstanceOf(Unauthenticated.class);

        assertThat(nova.calls()).hasSize(2);
        assertThat(nova.tokens()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 429, 503})
    void doesNotSendABodyAgainThatCannotBeReadAgain(int status) {
        nova.thenAfter(status, "1").then(200);

        OpenStackException thrown = catchThrowableOfType(
                OpenStackException.class,
                () -> cloud.session()
                        .adapter(ServiceType.COMPUTE)
                        .put("/x")
                        .body("application/octet-stream", new Once())
                        .send());

        assertThat(thrown.status()).isEqualTo(status);
        assertThat(nova.calls()).hasSize(1);
    }

    private static final class Once implements HttpBody {
        @Override
        public long length() {
            return 1;
        }

        @Override
        public boolean repeatable() {
            return false;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(new byte[1]);
        }
    }

    @Test
    void refusedCredentialsAreNotPresentedAgain() {
        nova.identity(MemoryCloud.answer(401, "{\"error\": {\"code\": 401, \"message\": \"no\"}}"));

        assertThat(failure("GET")).isInstanceOf(Unauthenticated.class);
        assertThat(failure("GET"))
                .isInstanceOf(Unauthenticated.class)
                .hasMessageContaining("lest the account be locked");
        assertThat(nova.tokens()).isZero();

        nova.clock.advance(Duration.ofSeconds(61));
        send("GET");
        assertThat(nova.tokens()).isEqualTo(1);
    }

    @Test
    void repeatsWhatIdentityCouldNotAnswer() {
        nova.identity(MemoryCloud.answer(503, "{}")).identity(MemoryCloud.answer(429, "{}"));

        send("GET");

        assertThat(nova.clock.pauses()).hasSize(2);
        assertThat(nova.tokens()).isEqualTo(1);
    }
}
