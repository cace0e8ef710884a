package io.github.openstackjvm.internal.transport;

import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpCall;
import io.github.openstackjvm.transport.TransportException;
import io.github.openstackjvm.transport.TransportException.Reason;
import io.github.openstackjvm.transport.TransportOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Why there is no answer, and whether the request was sent. */
@Timeout(60)
class FailureTest {
    private final HcTransport transport = Calls.transport();

    @AfterEach
    void close() {
        assertThat(transport.leased()).isZero();
        transport.close();
    }

    @Test
    void namesTheHostThatRefused() throws Exception {
        try (Socket deaf = Calls.deaf()) {
            String address = "127.0.0.1:" + deaf.getLocalPort();
            TransportException failure = Calls.failure(transport, Calls.get("http://" + address + "/"));

            assertThat(failure).hasMessage("Connecting to " + address + " was refused");
            assertFailure(failure, Reason.UNREACHABLE, false);
        }
    }

    @Test
    void namesTheUnknownName() {
        try (HcTransport lost = new HcTransport(TransportOptions.DEFAULT, host -> {
            throw new UnknownHostException(host);
        })) {
            TransportException failure = Calls.failure(lost, Calls.get("http://no.such.host/"));

            assertThat(failure).hasMessageStartingWith("The name no.such.host is not known");
            assertFailure(failure, Reason.UNREACHABLE, false);
        }
    }

    @Test
    void limitsALookupThatHangs() {
        CountDownLatch never = new CountDownLatch(1);
        try (HcTransport lost = hanging(never)) {
            TransportException failure =
                    Calls.failure(lost, Calls.get("http://slow.example/").withLimits(Calls.connect(50)));

            assertThat(failure).hasMessage("Looking up slow.example took longer than 50 ms");
            assertFailure(failure, Reason.UNREACHABLE, false);
        }
    }

    @Test
    void countsALookupIntoTheTotal() {
        CountDownLatch never = new CountDownLatch(1);
        try (HcTransport lost = hanging(never)) {
            TransportException failure =
                    Calls.failure(lost, Calls.get("http://slow.example/").withLimits(Calls.total(500)));

            assertThat(failure).hasMessage("The total limit of 500 ms passed while looking up slow.example:80");
            assertFailure(failure, Reason.TIMEOUT, false);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\na\r\n12345",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n",
                "HTTP/1.1 200 OK\r\nX-Half: y",
                "HTTP/1.1 2"
            })
    void neverTakesATruncatedAnswerForAWholeOne(String truncated) throws Exception {
        try (WireServer server = WireServer.plain(peer -> {
            peer.head();
            peer.send(truncated);
        })) {
            assertFailure(Calls.failure(transport, Calls.get(server.url("/"))), Reason.BROKEN, true);
            HttpCall streamed = Calls.streamed(server.url("/"));
            assertThatThrownBy(() -> {
                        try (HttpAnswer answer = transport.exchange(streamed)) {
                            answer.stream().readAllBytes();
                        }
                    })
                    .isInstanceOfSatisfying(TransportException.class, e -> assertFailure(e, Reason.BROKEN, true));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_9.2\r\n\r\n",
                "HTTP/1.1 abc\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n12",
                "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n"
            })
    void saysThatItIsNotHttp(String garbage) throws Exception {
        try (WireServer server = WireServer.plain(peer -> {
            peer.head();
            peer.send(garbage);
            peer.stall();
        })) {
            assertFailure(Calls.failure(transport, Calls.get(server.url("/"))), Reason.MALFORMED, true);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void saysThatAFreshConnectionBroke(boolean reset) throws Exception {
        try (WireServer server = WireServer.plain(peer -> {
            peer.head();
            if (reset) {
                peer.reset();
            }
        })) {
            assertFailure(Calls.failure(transport, Calls.get(server.url("/"))), Reason.BROKEN, true);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tellsAStaleConnectionFromABrokenOne(boolean reset) throws Exception {
        try (WireServer server = WireServer.plain(peer -> {
            peer.head();
            peer.send(WireServer.ok("first"));
            if (peer.head() != null && reset) {
                peer.reset();
            }
        })) {
            transport.exchange(Calls.get(server.url("/")));
            TransportException failure = Calls.failure(transport, Calls.get(server.url("/")));

            assertThat(failure).hasMessageContaining("127.0.0.1:" + server.port() + " had closed the kept connection");
            assertFailure(failure, Reason.STALE_CONNECTION, true);
            assertThat(Calls.body(transport.exchange(Calls.get(server.url("/")))))
                    .isEqualTo("first");
        }
    }

    @Test
    void aServerThatGaveUpAConnectionGaveUpItsOlderOnesAndNotThoseOfOthers() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        AtomicInteger others = new AtomicInteger();
        ExecutorService callers = Executors.newFixedThreadPool(2);
        try (WireServer server = WireServer.plain(peer -> {
                    peer.head();
                    together.await(10, TimeUnit.SECONDS);
                    peer.send(WireServer.ok("first"));
                    peer.head();
                });
                WireServer other = WireServer.plain(peer -> {
                    others.incrementAndGet();
                    WireServer.answering(WireServer.ok("other")).serve(peer);
                })) {
            transport.exchange(Calls.get(other.url("/")));
            List<Future<HttpAnswer>> both = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                both.add(callers.submit(() -> transport.exchange(Calls.get(server.url("/")))));
            }
            for (Future<HttpAnswer> each : both) {
                each.get();
            }

            assertThat(Calls.failure(transport, Calls.get(server.url("/"))).reason())
                    .isEqualTo(Reason.STALE_CONNECTION);
            for (int i = 0; i < 2; i++) {
                both.set(i, callers.submit(() -> transport.exchange(Calls.get(server.url("/")))));
            }
            for (Future<HttpAnswer> each : both) {
                assertThat(Calls.body(each.get())).as("by a new connection").isEqualTo("first");
            }
            assertThat(Calls.body(transport.exchange(Calls.get(other.url("/")))))
                    .isEqualTo("other");
            assertThat(others).hasValue(1);
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void callsAReusedConnectionBrokenOnceAByteCame() throws Exception {
        try (WireServer server = WireServer.plain(peer -> {
            peer.head();
            peer.send(WireServer.ok("first"));
            peer.head();
            peer.send("HTTP/1");
        })) {
            transport.exchange(Calls.get(server.url("/")));

            assertFailure(Calls.failure(transport, Calls.get(server.url("/"))), Reason.BROKEN, true);
        }
    }

    @Test
    void saysThatNoConnectionIsFree() throws Exception {
        TransportOptions one = TransportOptions.builder()
                .connections(1, 1)
                .connectionWait(Duration.ofMillis(50))
                .build();
        try (HcTransport narrow = new HcTransport(one);
                WireServer server = WireServer.plain(peer -> {
                    peer.head();
                    peer.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n1");
                    peer.stall();
                })) {
            try (HttpAnswer held = narrow.exchange(Calls.streamed(server.url("/")))) {
                assertThat(held.streaming()).isTrue();
                TransportException failure = Calls.failure(narrow, Calls.get(server.url("/")));

                assertThat(failure)
                        .hasMessage("No connection to 127.0.0.1:" + server.port() + " became free within 50 ms");
                assertFailure(failure, Reason.NO_CONNECTION_FREE, false);
            }
            assertThat(narrow.leased()).isZero();
        }
    }

    @Test
    void refusesAUrlWithAPassword() {
        assertThatThrownBy(() -> transport.exchange(Calls.get("http://me:secret@host/")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    private static HcTransport hanging(CountDownLatch never) {
        return new HcTransport(TransportOptions.DEFAULT, host -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new UnknownHostException(host);
        });
    }

    private static void assertFailure(TransportException failure, Reason reason, boolean sent) {
        assertThat(failure.reason()).as(failure.toString()).isEqualTo(reason);
        assertThat(failure.sent()).as(failure.toString()).isEqualTo(sent);
    }
}
