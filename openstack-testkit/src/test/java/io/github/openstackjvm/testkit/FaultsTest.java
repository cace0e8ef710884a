package io.github.openstackjvm.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpBody;
import io.github.openstackjvm.transport.HttpCall;
import io.github.openstackjvm.transport.HttpHeaders;
import io.github.openstackjvm.transport.TimeLimits;
import io.github.openstackjvm.transport.Transport;
import io.github.openstackjvm.transport.TransportException;
import io.github.openstackjvm.transport.TransportException.Reason;
import org.junit.jupiter.api.Test;

import static io.github.openstackjvm.testkit.HttpMethod.GET;
import static io.github.openstackjvm.testkit.HttpMethod.POST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@OpenStackTest
class FaultsTest {
    private static final String KEYPAIRS = "http://fake-cloud.invalid/compute/v2.1/os-keypairs";

    private static HttpCall create(FakeCloud fake, String name) {
        HttpHeaders headers =
                HttpHeaders.of("X-Auth-Token", Wire.as(fake, "demo").token()).with("Content-Type", "application/json");
        HttpBody body = HttpBody.of(("{\"keypair\":{\"name\":\"" + name + "\"}}").getBytes(StandardCharsets.UTF_8));
        return new HttpCall("POST", KEYPAIRS, headers, body, false, TimeLimits.DEFAULT);
    }

    @Test
    void replyInTheServicesWordsAFewTimes(FakeCloud fake) throws Exception {
        fake.faults()
                .on(POST, "/os-keypairs")
                .reply(503)
                .retryAfter(Duration.ofSeconds(7))
                .times(2);
        Transport transport = fake.transport();
        HttpCall call = create(fake, "a");
        HttpAnswer first = transport.exchange(call);
        assertThat(first.status()).isEqualTo(503);
        assertThat(first.headers().first("Retry-After")).contains("7");
        assertThat(new String(first.bytes(), StandardCharsets.UTF_8)).contains("serviceUnavailable");
        assertThat(fake).keypair("a").doesNotExist();
        assertThat(transport.exchange(call).status()).isEqualTo(503);
        assertThat(transport.exchange(call).status()).isEqualTo(200);
        assertThat(fake).keypair("a").exists();
        assertThat(fake).received(POST, "/os-keypairs").times(3);
        assertThat(fake.journal().calls(POST, "/os-keypairs"))
                .extracting(JournalEntry::effect)
                .containsExactly(false, false, true);
    }

    @Test
    void droppedConnectionLeavesTheEffectOrNot(FakeCloud fake) {
        fake.faults().on(POST, "/os-keypairs").drop().afterEffect().once();
        assertThatThrownBy(() -> fake.transport().exchange(create(fake, "done")))
                .isInstanceOfSatisfying(TransportException.class, failure -> {
                    assertThat(failure.reason()).isEqualTo(Reason.BROKEN);
                    assertThat(failure.sent()).isTrue();
                });
        assertThat(fake).keypair("done").exists();
        fake.faults().on(POST, "/os-keypairs").drop();
        assertThatThrownBy(() -> fake.transport().exchange(create(fake, "lost")))
                .isInstanceOf(TransportException.class);
        assertThat(fake).keypair("lost").doesNotExist();
    }

    @Test
    void delayPassesOnTheFakesClockAndCountsAgainstLimits(FakeCloud fake) throws Exception {
        fake.faults().on(POST, "/os-keypairs").delay(Duration.ofSeconds(30));
        assertThat(fake.transport().exchange(create(fake, "slow")).status()).isEqualTo(200);
        assertThat(fake.clock().now()).isEqualTo(FakeClock.START.plusSeconds(30));
        fake.faults().on(POST, "/os-keypairs").delay(Duration.ofSeconds(61));
        assertThatThrownBy(() -> fake.transport().exchange(create(fake, "slower")))
                .isInstanceOfSatisfying(
                        TransportException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT));
    }

    @Test
    void expiredTokens(FakeCloud fake) {
        Wire demo = Wire.as(fake, "demo");
        fake.faults().on(GET, "/flavors/{id}").expireTokens().once();
        demo.get("/compute/v2.1/flavors").is(200);
        demo.get("/compute/v2.1/flavors/1").is(401);
        Wire.as(fake, "demo").get("/compute/v2.1/flavors/1").is(200);
    }

    @Test
    void truncatedBodyInProcess(FakeCloud fake) {
        fake.faults().on(GET, "/compute/").truncate();
        HttpCall buffered = HttpCall.get("http://fake-cloud.invalid/compute/");
        assertThatThrownBy(() -> fake.transport().exchange(buffered)).isInstanceOf(TransportException.class);
        HttpCall streamed = new HttpCall("GET", buffered.url(), HttpHeaders.EMPTY, null, true, TimeLimits.DEFAULT);
        assertThatThrownBy(() -> fake.transport().exchange(streamed).stream().readAllBytes())
                .isInstanceOf(IOException.class);
        FakeBody half = fake.handle(FakeRequest.of(GET, buffered.url(), HttpHeaders.EMPTY, FakeBody.EMPTY))
                .body();
        assertThat(half.slice(0, half.length() / 2).text()).startsWith("{");
        assertThatThrownBy(half::text).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void sameFaultsOverHttp(FakeCloud fake) throws Exception {
        try (HttpFront front = fake.serve()) {
            HttpClient client = HttpClient.newHttpClient();
            HttpRequest request = HttpRequest.newBuilder(URI.create(front.uri() + "/compute/"))
                    .build();
            assertThat(client.send(request, BodyHandlers.ofString()).body()).contains(front.uri() + "/compute/v2.1/");
            fake.faults().on(GET, "/compute/").reply(502).once();
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(502);
            fake.faults().on(GET, "/compute/").truncate().once();
            assertThatThrownBy(() -> client.send(request, BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class);
            fake.faults().on(GET, "/compute/").drop();
            assertThatThrownBy(() -> client.send(request, BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class);
            fake.faults().clear();
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }
    }
}
