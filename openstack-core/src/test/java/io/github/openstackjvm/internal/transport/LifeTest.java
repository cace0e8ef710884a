package io.github.openstackjvm.internal.transport;

import java.io.IOException;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpBody;
import io.github.openstackjvm.transport.HttpCall;
import io.github.openstackjvm.transport.HttpHeaders;
import io.github.openstackjvm.transport.TimeLimits;
import io.github.openstackjvm.transport.TransportException;
import io.github.openstackjvm.transport.TransportException.Reason;
import io.github.openstackjvm.transport.TransportOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** A transport over its life: nothing leaks while calls fail, nothing stays behind when it is closed. */
@Timeout(300)
class LifeTest {
    private static final int CALLS = Integer.getInteger("transport.calls", 10_000);

    @Test
    void losesNoConnectionWhateverFails() throws Exception {
        TransportOptions two = TransportOptions.builder().connections(2, 4).build();
        Map<Reason, AtomicInteger> reasons = new ConcurrentHashMap<>();
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try (HcTransport transport = new HcTransport(two);
                Socket deaf = Calls.deaf();
                WireServer server = WireServer.plain(LifeTest::misbehave)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                int n = i;
                running.add(callers.submit(() -> fail(transport, server, deaf.getLocalPort(), n, reasons)));
            }
            for (Future<?> each : running) {
                each.get();
            }

            assertThat(transport.leased()).isZero();
            assertThat(reasons)
                    .containsKeys(
                            Reason.BROKEN, Reason.UNREACHABLE, Reason.INTERRUPTED, Reason.TIMEOUT, Reason.MALFORMED)
                    .doesNotContainKey(Reason.NO_CONNECTION_FREE);
            assertThat(Calls.body(transport.exchange(Calls.get(server.url("/7")))))
                    .isEqualTo("fine");
        } finally {
            callers.shutdownNow();
        }
    }

    /** The last digit of the path says how. */
    private static void misbehave(WireServer.Peer peer) throws Exception {
        for (String head = peer.head(); head != null; head = peer.head()) {
            switch (head.charAt(head.indexOf(" HTTP") - 1)) {
                case '0' -> peer.reset();
                case '1' -> {
                    return;
                }
                case '2' -> peer.send("HTTP/1.1 500 X\r\nContent-Length: 2\r\n\r\nno");
                case '3' -> peer.send("HTTP/1.1 500 X\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nno\r\n0\r\n\r\n");
                case '4' -> {
                    peer.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
                    return;
                }
                case '5' -> peer.send("SSH-2.0\r\n\r\n");
                case '6' -> peer.in.read(); // never answers
                default -> peer.send(WireServer.ok("fine"));
            }
        }
    }

    private static void fail(
            HcTransport transport, WireServer server, int deaf, int n, Map<Reason, AtomicInteger> reasons) {
        int kind = n % 10;
        String url = kind == 8 ? "http://127.0.0.1:" + deaf + "/" : server.url("/" + n);
        TimeLimits limits = Calls.response(kind == 6 ? 5 : 20_000);
        HttpCall call = new HttpCall("GET", url, HttpHeaders.EMPTY, null, n % 3 == 0, limits);
        Thread self = Thread.currentThread();
        if (n % 11 == 0) {
            CompletableFuture<Void> interrupted = CompletableFuture.runAsync(() -> {
                LockSupport.parkNanos(n % 7 * 100_000L);
                self.interrupt();
            });
            exchange(transport, call, n, reasons);
            interrupted.join();
        } else {
            exchange(transport, call, n, reasons);
        }
        Thread.interrupted();
    }

    private static void exchange(HcTransport transport, HttpCall call, int n, Map<Reason, AtomicInteger> reasons) {
        try (HttpAnswer answer = transport.exchange(call)) {
            if (n % 2 == 0) {
                answer.stream().readAllBytes();
            }
        } catch (TransportException e) {
            reasons.computeIfAbsent(e.reason(), reason -> new AtomicInteger()).incrementAndGet();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void neverPoisonsAConnectionByALateInterrupt() throws Exception {
        TransportOptions one = TransportOptions.builder().connections(1, 1).build();
        try (HcTransport transport = new HcTransport(one);
                WireServer server = WireServer.plain(WireServer.answering(WireServer.ok("fine")))) {
            for (int i = 0; i < 300; i++) {
                Thread caller = new Thread(() -> {
                    try {
                        transport.exchange(Calls.get(server.url("/")));
                    } catch (TransportException e) {
                        assertThat(e.reason()).isEqualTo(Reason.INTERRUPTED);
                    }
                });
                caller.start();
                LockSupport.parkNanos(i % 20 * 20_000L);
                caller.interrupt();
                assertThat(Calls.body(transport.exchange(Calls.get(server.url("/")))))
                        .isEqualTo("fine");
                caller.join();
            }
            assertThat(transport.leased()).isZero();
        }
    }

    @Test
    void endsCallsUnderWayAndLeavesNoThread() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        List<Thread> before = threads();
        HcTransport transport = new HcTransport(TransportOptions.DEFAULT, host -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new UnknownHostException(host);
        });
        ExecutorService callers = Executors.newFixedThreadPool(5);
        try (WireServer server = WireServer.plain(peer -> {
            String head = peer.head();
            if (head != null && head.contains("/body")) {
                peer.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n1");
            }
            peer.stall();
        })) {
            HttpCall upload = Calls.send("PUT", server.url("/up"), HttpBody.of(new byte[64 << 20]));
            List<Future<TransportException>> running = new ArrayList<>();
            for (HttpCall call : List.of(
                    Calls.get(server.url("/head")),
                    Calls.get(server.url("/body")),
                    upload,
                    Calls.get("http://slow.example/"))) {
                running.add(callers.submit(() -> Calls.failure(transport, call)));
            }
            HttpAnswer stream = transport.exchange(Calls.streamed(server.url("/body")));
            running.add(callers.submit(() -> org.assertj.core.api.Assertions.catchThrowableOfType(
                    TransportException.class, () -> stream.stream().readAllBytes())));
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());

            transport.close();
            transport.close();

            for (Future<TransportException> each : running) {
                assertThat(each.get(20, TimeUnit.SECONDS).reason()).isEqualTo(Reason.CLOSED);
            }
            TransportException late = Calls.failure(transport, Calls.get(server.url("/")));
            assertThat(late.reason()).isEqualTo(Reason.CLOSED);
            assertThat(late.sent()).isFalse();
            for (Thread thread : threads()) {
                if (!before.contains(thread)) {
                    thread.join(20_000);
                    assertThat(thread.isAlive()).as(thread.getName()).isFalse();
                }
            }
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void keepsItsThreadOnlyWhileThereIsWork() throws Exception {
        List<Thread> before = threads();
        try (HcTransport transport = Calls.transport();
                WireServer server = WireServer.plain(WireServer.answering(WireServer.ok("")))) {
            transport.exchange(Calls.get(server.url("/")));
            List<Thread> own = new ArrayList<>(threads());
            own.removeAll(before);
            assertThat(own).hasSize(1);
            own.get(0).join(10_000);
            assertThat(own.get(0).isAlive()).isFalse();

            assertThat(transport.exchange(Calls.get(server.url("/"))).status()).isEqualTo(200);
        }
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("openstack-transport"))
                .toList();
    }
}
