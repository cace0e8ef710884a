package io.github.openstackjvm.internal.transport;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpCall;
import io.github.openstackjvm.transport.TimeLimits;
import io.github.openstackjvm.transport.TransportException;
import io.github.openstackjvm.transport.TransportException.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Every wait ends at its limit, and no earlier. */
@Timeout(60)
class LimitTest {
    private final HcTransport transport = Calls.transport();

    @AfterEach
    void close() {
        assertThat(transport.leased()).isZero();
        transport.close();
    }

    @Test
    void limitsTheWaitForTheHead() throws Exception {
        try (WireServer server = WireServer.plain(peer -> {
            peer.head();
            peer.stall();
        })) {
            TransportException failure = timed(Calls.get(server.url("/")).withLimits(Calls.response(100)));

            assertThat(failure)
                    .hasMessage("The response limit of 100 ms passed while waiting for the answer of 127.0.0.1:"
                            + server.port());
            assertTimeout(failure);
        }
    }

    @Test
    void limitsAHeadThatDrips() throws Exception {
        try (WireServer server = WireServer.plain(peer -> {
            peer.head();
            drip(peer, "HTTP/1.1 200 OK\r\nX: " + "y".repeat(1000));
        })) {
            assertTimeout(timed(Calls.get(server.url("/")).withLimits(Calls.response(100))));
        }
    }

    @Test
    void limitsABodyThatStalls() throws Exception {
        try (WireServer server = WireServer.plain(peer -> {
            peer.head();
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345");
            peer.stall();
        })) {
            TransportException failure = timed(Calls.get(server.url("/")).withLimits(Calls.idle(100)));

            assertThat(failure).hasMessageContaining("idle limit of 100 ms passed while reading the answer");
            assertTimeout(failure);
        }
    }

    @Test
    void limitsAStreamThatStallsButNotOneNobodyReads() throws Exception {
        try (WireServer server = WireServer.plain(peer -> {
            peer.head();
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345");
            peer.stall();
        })) {
            HttpCall call = Calls.streamed(server.url("/")).withLimits(Calls.idle(100));
            try (HttpAnswer answer = transport.exchange(call)) {
                pause(250);
                assertThat(answer.stream().readNBytes(5)).hasSize(5);
                TransportException failure = catchThrowableOfType(
                        TransportException.class, () -> answer.stream().read());
                assertTimeout(failure);
            }
        }
    }

    @Test
    void letsABodyDrip() throws Exception {
        try (WireServer server = WireServer.plain(peer -> {
            peer.head();
            drip(peer, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n" + "y".repeat(100));
            peer.stall();
        })) {
            HttpCall call = Calls.get(server.url("/")).withLimits(Calls.idle(1000));
            assertThat(transport.exchange(call).bytes()).hasSize(100);
        }
    }

    @Test
    void limitsAnUploadNobodyReads() throws Exception {
        try (WireServer server = WireServer.plain(peer -> {
            peer.head();
            peer.send("HTTP/1.1 100 Continue\r\n\r\n");
            peer.stall();
        })) {
            HttpCall call = Calls.send("PUT", server.url("/"), Calls.zeros(-1)).withLimits(Calls.idle(100));
            TransportException failure = timed(call);

            assertThat(failure).hasMessageContaining("idle limit of 100 ms passed while sending the request");
            assertTimeout(failure);
        }
    }

    @Test
    void limitsTheWholeOfADrippingAnswer() throws Exception {
        try (WireServer server = WireServer.plain(peer -> {
            peer.head();
            drip(peer, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + "y".repeat(1000));
        })) {
            TransportException failure = timed(Calls.get(server.url("/")).withLimits(Calls.total(300)));

            assertThat(failure).hasMessageContaining("total limit of 300 ms");
            assertTimeout(failure);
        }
    }

    @Test
    void endsTheTotalLimitWithTheHeadOfAStream() throws Exception {
        Duration minute = Duration.ofSeconds(60);
        try (WireServer server = WireServer.plain(peer -> {
            peer.head();
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n");
            pause(1200);
            peer.send("1234567890");
            peer.stall();
        })) {
            HttpCall call = Calls.streamed(server.url("/"))
                    .withLimits(new TimeLimits(minute, minute, minute, Duration.ofSeconds(1)));
            try (HttpAnswer answer = transport.exchange(call)) {
                assertThat(answer.stream().readAllBytes()).hasSize(10);
            }
        }
    }

    @Test
    void limitsAHandshakeThatHangs() throws Exception {
        try (WireServer server = WireServer.plain(WireServer.Peer::stall)) {
            TransportException failure =
                    timed(Calls.get("https://127.0.0.1:" + server.port() + "/").withLimits(Calls.connect(500)));

            assertThat(failure).hasMessageContaining("connect limit of 500 ms passed while agreeing on TLS");
            assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
            assertThat(failure.sent()).isFalse();
        }
    }

    private TransportException timed(HttpCall call) {
        long start = System.nanoTime();
        TransportException failure = Calls.failure(transport, call);
        long millis = (System.nanoTime() - start) / 1_000_000;
        assertThat(millis).isBetween(95L, 10_000L);
        return failure;
    }

    private static void assertTimeout(TransportException failure) {
        assertThat(failure.reason()).as(failure.toString()).isEqualTo(Reason.TIMEOUT);
        assertThat(failure.sent()).isTrue();
    }

    private static void drip(WireServer.Peer peer, String text) throws Exception {
        for (int i = 0; i < text.length(); i++) {
            peer.send(text.substring(i, i + 1));
            pause(10);
        }
    }

    private static void pause(int millis) {
        LockSupport.parkNanos(millis * 1_000_000L);
    }
}
