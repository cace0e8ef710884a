package io.github.openstackjvm.session;

import java.util.List;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.stub.MemoryCloud;
import io.github.openstackjvm.stub.Sent;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Redirects are followed where the token may be shown, and nowhere else. */
class RedirectTest {
    private final MemoryCloud nova = new MemoryCloud();
    private final Cloud cloud = nova.cloud();

    private MemoryCloud redirecting(int status, String location) {
        return nova.then(call -> HttpAnswer.buffered(status, HttpHeaders.of("Location", location), new byte[0]));
    }

    private void send(String method) {
        cloud.session().adapter(ServiceType.COMPUTE).request(method, "/a/b?c=d").send();
    }

    private OpenStackException failure(String method) {
        return catchThrowableOfType(OpenStackException.class, () -> send(method));
    }

    @ParameterizedTest
    @CsvSource({
        "301, http://nova.test/v2.1/a/x?y=z, /a/x?y=z",
        "302, HTTP://Nova.Test:80/v2.1/x, /x",
        "303, /v2.1/x, /x",
        "307, x, /a/x",
        "308, ?y=z, /a/?y=z",
        "302, /v2.1/a%2Fb//c, /a%2Fb//c",
    })
    void followsOnTheSameOrigin(int status, String location, String asked) {
        redirecting(status, location);

        send("GET");

        assertThat(nova.calls()).containsExactly("GET /a/b?c=d", "GET " + asked);
        assertThat(nova.sent()).extracting(sent -> sent.header("X-Auth-Token")).containsOnly("token-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://elsewhere.test/v2.1/x",
                "https://nova.test/v2.1/x",
                "http://nova.test:8080/v2.1/x",
                "http://nova.test.elsewhere.test/",
                "http://nova.test@elsewhere.test/",
                "http://me:secret@nova.test/",
                "//elsewhere.test/x",
                "ftp://nova.test/x",
                "javascript:alert(1)",
                "/x y",
                "",
            })
    void leavesTheTokenAtHome(String location) {
        redirecting(302, location);

        OpenStackException thrown = failure("GET");

        assertThat(thrown.status()).isEqualTo(302);
        assertThat(thrown).hasMessageContaining("was not followed").hasMessageNotContaining("secret");
        assertThat(nova.calls()).hasSize(1);
    }

    @Test
    void saysThatItLeadsElsewhere() {
        redirecting(302, "http://elsewhere.test/v2.1/x");

        assertThat(failure("GET"))
                .hasMessageContaining("http://elsewhere.test/v2.1/x")
                .hasMessageContaining("not the origin of the service");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, 301, 2",
        "GET, 303, 2",
        "HEAD, 302, 2",
        "GET, 300, 1",
        "GET, 304, 1",
        "POST, 301, 1",
        "POST, 302, 1",
        "POST, 303, 1",
        "POST, 307, 2",
        "POST, 308, 2",
        "DELETE, 302, 1",
        "PUT, 307, 2",
    })
    void keepsTheVerbOrStays(String method, int status, int requests) {
        redirecting(status, "/v2.1/x");

        if (requests == 1) {
            assertThat(failure(method).status()).isEqualTo(status);
        } else {
            send(method);
        }

        assertThat(nova.sent()).hasSize(requests).extracting(Sent::line).allMatch(line -> line.startsWith(method));
    }

    @Test
    void givesUpALoop() {
        for (int i = 0; i < 20; i++) {
            redirecting(302, "/v2.1/a/b?c=d");
        }

        OpenStackException thrown = failure("GET");

        assertThat(thrown.status()).isEqualTo(302);
        assertThat(thrown).hasMessageContaining("6 attempts");
        assertThat(nova.calls()).hasSize(6);
    }

    @Test
    void startsAnewFromTheServiceWhenItRepeats() {
        redirecting(302, "/v2.1/x").then(503);
        redirecting(302, "/v2.1/x").then(200);

        send("GET");

        assertThat(nova.calls()).isEqualTo(List.of("GET /a/b?c=d", "GET /x", "GET /a/b?c=d", "GET /x"));
    }
}
