package io.github.openstackjvm.internal.transport;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpBody;
import io.github.openstackjvm.transport.HttpCall;
import io.github.openstackjvm.transport.HttpHeaders;
import io.github.openstackjvm.transport.TimeLimits;
import io.github.openstackjvm.transport.TransportException;
import io.github.openstackjvm.transport.TransportException.Reason;
import io.github.openstackjvm.transport.TransportOptions;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** An interrupt ends a call wherever it is blocked: on both kinds of threads, plain and over TLS. */
@Timeout(30)
class InterruptTest {
    /** The promise is 50 ms; a busy machine loses a thread for longer now and then. The next limit is a minute. */
    private static final long BOUND_MILLIS = 5000;

    private static final TimeLimits LONG =
            new TimeLimits(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(60), null);

    /** Where the caller is blocked, and whether a byte of its request had left by then. */
    enum Stage {
        POOL(false),
        LOOKUP(false),
        CONNECT(false),
        HANDSHAKE(false),
        UPLOAD(true),
        HEAD(true),
        BODY(true),
        STREAM(true);

        final boolean sent;

        Stage(boolean sent) {
            this.sent = sent;
        }
    }

    static Stream<Arguments> stages() {
        List<Arguments> all = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            for (boolean tls : stage == Stage.HANDSHAKE ? new boolean[] {true} : new boolean[] {false, true}) {
                all.add(Arguments.of(stage, tls, false));
                all.add(Arguments.of(stage, tls, true));
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0}, TLS {1}, virtual {2}")
    @MethodSource("stages")
    void endsTheCall(Stage stage, boolean tls, boolean virtual) throws Exception {
        assumeTrue(!virtual || Concurrency.virtualThreads(), "this runtime has no virtual threads");
        try (Scene scene = new Scene(stage, tls)) {
            CompletableFuture<Throwable> outcome = new CompletableFuture<>();
            CompletableFuture<Boolean> flag = new CompletableFuture<>();
            CompletableFuture<Long> ended = new CompletableFuture<>();
            Thread caller = Concurrency.start(virtual, () -> {
                Throwable thrown = scene.call();
                ended.complete(System.nanoTime());
                flag.complete(Thread.currentThread().isInterrupted());
                outcome.complete(thrown);
            });
            scene.awaitBlocked();
            long start = System.nanoTime();
            caller.interrupt();

            Throwable thrown = outcome.get(20, TimeUnit.SECONDS);
            long micros = (ended.get() - start) / 1000;
            if (Boolean.getBoolean("transport.figures")) {
                System.out.printf("FIGURE %-9s tls=%-5s virtual=%-5s %7.1f ms%n", stage, tls, virtual, micros / 1000.0);
            }
            assertThat(thrown).isInstanceOfSatisfying(TransportException.class, e -> {
                assertThat(e.reason()).as(e.toString()).isEqualTo(Reason.INTERRUPTED);
                assertThat(e.sent()).isEqualTo(stage.sent);
            });
            assertThat(flag.get()).as("interrupt flag").isTrue();
            assertThat(micros / 1000).isLessThan(BOUND_MILLIS);
            scene.assertNothingLeased();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void refusesACallOfAnInterruptedThread(boolean virtual) throws Exception {
        assumeTrue(!virtual || Concurrency.virtualThreads(), "this runtime has no virtual threads");
        try (HcTransport transport = Calls.transport();
                WireServer server = WireServer.plain(WireServer.answering(WireServer.ok("")))) {
            CompletableFuture<TransportException> outcome = new CompletableFuture<>();
            Concurrency.start(virtual, () -> {
                Thread.currentThread().interrupt();
                outcome.complete(Calls.failure(transport, Calls.get(server.url("/"))));
            });

            TransportException failure = outcome.get(5, TimeUnit.SECONDS);
            assertThat(failure.reason()).isEqualTo(Reason.INTERRUPTED);
            assertThat(failure.sent()).isFalse();
            assertThat(server.heads).isEmpty();
        }
    }

    static Stream<Boolean> kinds() {
        return Stream.of(false, true);
    }

    /** One call that gets stuck at one stage. */
    private static final class Scene implements Closeable {
        private final Stage stage;
        private final CountDownLatch blocked = new CountDownLatch(1);
        private final CountDownLatch never = new CountDownLatch(1);
        private final List<Closeable> closing = new ArrayList<>();
        private final HcTransport transport;
        private final HttpCall call;

        Scene(Stage stage, boolean tls) throws Exception {
            this.stage = stage;
            TransportOptions options = TransportOptions.builder()
                    .caCertificates(WireServer.pem("ca.pem"))
                    .connections(1, 1)
                    .build();
            transport = new HcTransport(options, stage == Stage.LOOKUP ? this::hang : InetAddress::getAllByName);
            closing.add(transport::close);
            String url = url(tls);
            HttpBody body = stage == Stage.UPLOAD ? Calls.zeros(-1) : null;
            call = new HttpCall("PUT", url, HttpHeaders.EMPTY, body, stage == Stage.STREAM, LONG);
            if (stage == Stage.POOL) {
                closing.add(transport.exchange(new HttpCall("GET", url, HttpHeaders.EMPTY, null, true, LONG))::close);
            }
        }

        private String url(boolean tls) throws Exception {
            String scheme = tls ? "https" : "http";
            return switch (stage) {
                case LOOKUP -> scheme + "://slow.example/";
                case CONNECT -> scheme + "://127.0.0.1:" + full() + "/";
                case HANDSHAKE ->
                    "https://127.0.0.1:" + server(false, this::swallow).port() + "/";
                default -> server(tls, this::serve).url("/");
            };
        }

        private void swallow(WireServer.Peer peer) throws Exception {
            peer.in.read();
            blocked.countDown();
            peer.stall();
        }

        private WireServer server(boolean tls, WireServer.Script script) throws Exception {
            WireServer server = tls ? WireServer.tls(script) : WireServer.plain(script);
            closing.add(server::close);
            return server;
        }

        private void serve(WireServer.Peer peer) throws Exception {
            peer.head();
            if (stage == Stage.UPLOAD) {
                peer.send("HTTP/1.1 100 Continue\r\n\r\n");
            } else if (stage != Stage.HEAD) {
                peer.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345");
            }
            blocked.countDown();
            peer.stall();
        }

        /** A listener whose queue is full. */
        private int full() throws Exception {
            WireServer server = WireServer.taking(0, false, peer -> {});
            closing.add(server::close);
            server.fillQueue();
            blocked.countDown();
            return server.port();
        }

        private InetAddress[] hang(String host) throws UnknownHostException {
            blocked.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new UnknownHostException(host);
        }

        Throwable call() {
            try (HttpAnswer answer = transport.exchange(call)) {
                answer.stream().readAllBytes();
                return new AssertionError("not blocked");
            } catch (Exception e) {
                return e;
            }
        }

        /** The server has done its part; a moment later the caller has, too. */
        void awaitBlocked() throws InterruptedException {
            assertThat(blocked.await(10, TimeUnit.SECONDS)).isTrue();
            LockSupport.parkNanos(
                    Duration.ofMillis(stage == Stage.UPLOAD ? 300 : 60).toNanos());
        }

        void assertNothingLeased() {
            assertThat(transport.leased()).isEqualTo(stage == Stage.POOL ? 1 : 0);
        }

        @Override
        public void close() throws IOException {
            for (Closeable each : closing) {
                each.close();
            }
        }
    }
}
