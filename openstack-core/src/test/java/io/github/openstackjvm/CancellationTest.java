package io.github.openstackjvm;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import io.github.openstackjvm.compute.Keypair;
import io.github.openstackjvm.compute.KeypairSpec;
import io.github.openstackjvm.compute.Keypairs;
import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.config.CloudConfigBuilder;
import io.github.openstackjvm.error.Cancelled;
import io.github.openstackjvm.error.Closed;
import io.github.openstackjvm.error.OutcomeUnknown;
import io.github.openstackjvm.internal.transport.HcTransport;
import io.github.openstackjvm.internal.transport.WireServer;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.stub.Documents;
import io.github.openstackjvm.stub.Threads;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpCall;
import io.github.openstackjvm.transport.HttpHeaders;
import io.github.openstackjvm.transport.TimeLimits;
import io.github.openstackjvm.transport.TransportOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * A typed call ends within 50 ms when its future is cancelled, its thread interrupted or its cloud closed: wherever it is
 * blocked, plain and over TLS, on platform and on virtual threads, and leaves no connection behind.
 */
@Timeout(30)
class CancellationTest {
    private static final Duration PROMISE = Duration.ofMillis(50);

    /** For a single call: a loaded build machine may lose a thread for a while. */
    private static final Duration BOUND = Duration.ofSeconds(5);

    /** Half of a socket's buffers, on both sides, is less. */
    private static final String LARGE = "x".repeat(32 << 20);

    private static final List<Duration> MEASURED = Collections.synchronizedList(new ArrayList<>());

    /** Where a call is blocked, by what its stack shows then. */
    enum Stage {
        POOL("Lease.take"),
        CONNECT("Socket.connect"),
        HANDSHAKE("startHandshake"),
        UPLOAD("sendRequestEntity"),
        HEAD("receiveResponseHeader"),
        BODY("AnswerReader.read"),
        RETRY("SystemTicker.sleep");

        final String frame;

        Stage(String frame) {
            this.frame = frame;
        }

        boolean blocks(Thread thread) {
            return Arrays.stream(thread.getStackTrace())
                    .anyMatch(at -> (at.getClassName() + "." + at.getMethodName()).endsWith(frame));
        }
    }

    enum How {
        CANCEL,
        INTERRUPT,
        CLOSE
    }

    static Stream<Arguments> all() {
        List<Arguments> all = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            for (boolean tls : stage == Stage.HANDSHAKE ? new boolean[] {true} : new boolean[] {false, true}) {
                for (Threads threads : Threads.available()) {
                    for (How how : How.values()) {
                        // The queue is that of a given transport, which goes on without the cloud.
                        if (stage != Stage.POOL || how != How.CLOSE) {
                            all.add(Arguments.of(stage, tls, threads, how));
                        }
                    }
                }
            }
        }
        return all.stream();
    }

    /** How a call ended, on its own thread. */
    private record End(Throwable thrown, boolean interrupted, long nanos) {
        static End of(Runnable call) {
            Throwable thrown = catchThrowable(call::run);
            return new End(thrown, Thread.currentThread().isInterrupted(), System.nanoTime());
        }
    }

    @ParameterizedTest(name = "{0}, TLS {1}, {2} threads, {3}")
    @MethodSource("all")
    void endsTheCall(Stage stage, boolean tls, Threads threads, How how) throws Exception {
        try (Scene scene = new Scene(stage, tls, threads.factory(), how == How.CLOSE)) {
            CompletableFuture<Thread> begun = new CompletableFuture<>();
            CompletableFuture<End> ended = new CompletableFuture<>();
            Runnable call = () -> {
                begun.complete(Thread.currentThread());
                ended.complete(End.of(scene::call));
            };
            CompletableFuture<Void> future = null;
            if (how == How.CANCEL) {
                future = scene.cloud.asyncRun(cloud -> call.run());
            } else {
                threads.factory().newThread(call).start();
            }
            Thread caller = begun.get(10, TimeUnit.SECONDS);
            scene.awaitBlocked(caller);

            long start = System.nanoTime();
            switch (how) {
                case CANCEL -> requireNonNull(future).cancel(false);
                case INTERRUPT -> caller.interrupt();
                case CLOSE -> scene.cloud.close();
            }

            End end = ended.get(20, TimeUnit.SECONDS);
            Duration took = Duration.ofNanos(end.nanos - start);
            MEASURED.add(took);
            if (Boolean.getBoolean("figures")) {
                System.out.printf(
                        "FIGURE %-9s %-5s %-8s %-9s %6.1f ms%n",
                        stage, tls ? "TLS" : "plain", threads, how, took.toNanos() / 1e6);
            }
            assertThat(end.thrown)
                    .isExactlyInstanceOf(
                            stage == Stage.UPLOAD
                                    ? OutcomeUnknown.class
                                    : how == How.CLOSE ? Closed.class : Cancelled.class);
            assertThat(end.interrupted).as("interrupt flag").isEqualTo(how != How.CLOSE);
            assertThat(took).isLessThan(BOUND);
            assertThat(scene.transport.leased()).isEqualTo(stage == Stage.POOL ? 1 : 0);
        }
    }

    @AfterAll
    static void keepsThePromise() {
        List<Duration> sorted = MEASURED.stream().sorted().toList();
        assertThat(sorted.get(sorted.size() / 2)).as("the median").isLessThan(PROMISE);
        MEASURED.clear();
    }

    /** A cloud with one service, on which one call gets stuck at one stage. */
    private static final class Scene implements AutoCloseable {
        private final Stage stage;
        private final WireServer server;
        private final HcTransport transport;
        private final ExecutorService executor;
        private final Cloud cloud;
        private final Keypairs keypairs;

        /** With a transport that the cloud owns, or one that was given to it. */
        Scene(Stage stage, boolean tls, ThreadFactory threads, boolean own) throws Exception {
            this.stage = stage;
            server = stage == Stage.CONNECT
                    ? WireServer.taking(1, tls, this::serve)
                    : tls ? WireServer.tls(this::serve) : WireServer.plain(this::serve);
            transport = new HcTransport(TransportOptions.builder()
                    .caCertificates(WireServer.pem("ca.pem"))
                    .connections(1, 1)
                    .build());
            executor = Executors.newCachedThreadPool(threads);
            CloudConfigBuilder config = CloudConfig.builder()
                    .name("stuck")
                    .authType("none")
                    .cacert(WireServer.pem("ca.pem"))
                    .endpointOverride(ServiceType.COMPUTE, server.url("/v2.1"))
                    .executor(executor);
            cloud = OpenStack.connect(
                    own ? config.build() : config.transport(transport).build());
            keypairs = cloud.compute().keypairs();
            cloud.session().adapter(ServiceType.COMPUTE).endpoint();
            if (stage == Stage.CONNECT) {
                server.fillQueue();
            } else if (stage == Stage.POOL) {
                HttpAnswer held = transport.exchange(
                        new HttpCall("GET", server.url("/hold"), HttpHeaders.EMPTY, null, true, TimeLimits.DEFAULT));
                assertThat(held.streaming()).isTrue();
            }
        }

        private void serve(WireServer.Peer peer) throws Exception {
            boolean fresh = stage == Stage.CONNECT || stage == Stage.HANDSHAKE;
            if (fresh && server.peers.size() > 1) {
                peer.stall();
            }
            for (String head = peer.head(); head != null; head = peer.head()) {
                if (head.startsWith("GET /v2.1/ ")) {
                    String body = Documents.version("v2.1", "2.1", "2.90", server.url("/v2.1"));
                    peer.send("HTTP/1.1 200 OK\r\n" + (fresh ? "Connection: close\r\n" : "") + "Content-Length: "
                            + body.length() + "\r\n\r\n" + body);
                    if (fresh) {
                        return;
                    }
                    continue;
                }
                if (stage == Stage.RETRY) {
                    peer.send("HTTP/1.1 503 No\r\nRetry-After: 30\r\nContent-Length: 0\r\n\r\n");
                    continue;
                } else if (stage == Stage.BODY || stage == Stage.POOL) {
                    peer.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{");
                }
                peer.stall();
            }
        }

        void call() {
            if (stage == Stage.UPLOAD) {
                keypairs.create(KeypairSpec.named("k").publicKey(LARGE));
            } else {
                Keypair keypair = keypairs.get("k");
                throw new AssertionError("not blocked: " + keypair);
            }
        }

        /** Until its stack has shown for a while that it is where it shall be. */
        void awaitBlocked(Thread caller) {
            for (int seen = 0; seen < 10; seen = stage.blocks(caller) ? seen + 1 : 0) {
                assertThat(caller.isAlive()).isTrue();
                LockSupport.parkNanos(Duration.ofMillis(3).toNanos());
            }
        }

        @Override
        public void close() throws IOException {
            cloud.close();
            transport.close();
            executor.shutdownNow();
            server.close();
        }
    }
}
