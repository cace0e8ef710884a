package io.github.openstackjvm;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.openstackjvm.compute.Flavors;
import io.github.openstackjvm.compute.KeypairSpec;
import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.error.Cancelled;
import io.github.openstackjvm.error.Closed;
import io.github.openstackjvm.error.InvalidSpec;
import io.github.openstackjvm.error.OutcomeUnknown;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.stub.Documents;
import io.github.openstackjvm.stub.Threads;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/** Calls that hang in the real transport, on a server which takes requests and never answers, end when they are told to. */
@Timeout(30)
class AsyncTest {
    /** The promise is 50 ms, which {@link CancellationTest} measures; a busy machine loses a thread for longer now and then. */
    private static final Duration BOUND = Duration.ofSeconds(5);

    private final SilentServer server = new SilentServer();
    private final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();
    private @Nullable ExecutorService executor;
    private @Nullable Cloud open;

    /** How a call ended, on its own thread. */
    private record Ended(Throwable thrown, boolean interrupted, long nanos) {}

    @BeforeEach
    void listen() {
        server.start();
    }

    @AfterEach
    void close() throws IOException {
        if (open != null) {
            open.close();
        }
        if (executor != null) {
            executor.shutdownNow();
        }
        server.close();
    }

    private Cloud cloud(@Nullable ThreadFactory factory) {
        var config = CloudConfig.builder()
                .name("silent")
                .authType("none")
                .endpointOverride(ServiceType.COMPUTE, server.url());
        if (factory != null) {
            executor = Executors.newCachedThreadPool(factory);
            config.executor(executor);
        }
        open = OpenStack.connect(config.build());
        return open;
    }

    /** Runs a call that hangs, and notes how it ends. */
    private Throwable note(Runnable call) {
        Throwable thrown = catchThrowable(call::run);
        ended.add(new Ended(thrown, Thread.currentThread().isInterrupted(), System.nanoTime()));
        return thrown;
    }

    /** The same for a call that has to end as it ended. */
    private Object noting(Runnable call) {
        throw (RuntimeException) note(call);
    }

    private void hang(Cloud cloud) {
        cloud.session().adapter(ServiceType.COMPUTE).get("/hang").send();
    }

    private Ended endedSince(long start) throws InterruptedException {
        Ended how = requireNonNull(ended.poll(20, TimeUnit.SECONDS), "the call hangs on");
        assertThat(Duration.ofNanos(how.nanos - start)).isLessThan(BOUND);
        return how;
    }

    @ParameterizedTest
    @MethodSource("io.github.openstackjvm.stub.Threads#available")
    void cancellingTheFutureEndsTheCall(Threads threads) throws Exception {
        CompletableFuture<Object> future = cloud(threads.factory()).async(c -> noting(() -> hang(c)));
        server.awaitHanging();

        long start = System.nanoTime();
        assertThat(future.cancel(true)).isTrue();

        Ended how = endedSince(start);
        assertThat(how.thrown).isInstanceOf(Cancelled.class);
        assertThat(how.interrupted).as("the flag is kept").isTrue();
        assertThat(future).isCancelled();
    }

    @ParameterizedTest
    @MethodSource("io.github.openstackjvm.stub.Threads#available")
    void cancellingAStageEndsACallOfACapturedCollection(Threads threads) throws Exception {
        Cloud cloud = cloud(threads.factory());
        Flavors flavors = cloud.compute().flavors();
        CompletableFuture<String> stage = cloud.async(
                        c -> noting(() -> flavors.list().toList()))
                .thenApply(String::valueOf)
                .thenApply(text -> text + "!");
        server.awaitHanging();

        long start = System.nanoTime();
        stage.cancel(false);

        assertThat(endedSince(start).thrown).isInstanceOf(Cancelled.class);
    }

    @ParameterizedTest
    @MethodSource("io.github.openstackjvm.stub.Threads#available")
    void timingOutEndsTheCall(Threads threads) throws Exception {
        CompletableFuture<Object> future = cloud(threads.factory()).async(c -> noting(() -> hang(c)));
        server.awaitHanging();

        long start = System.nanoTime();
        CompletableFuture<Object> limited = future.orTimeout(1, TimeUnit.MILLISECONDS);

        assertThat(endedSince(start).thrown).isInstanceOf(Cancelled.class);
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(limited::get)
                .withCauseInstanceOf(TimeoutException.class);
    }

    @ParameterizedTest
    @MethodSource("io.github.openstackjvm.stub.Threads#available")
    void anInterruptEndsTheCall(Threads threads) throws Exception {
        Cloud cloud = cloud(null);
        Thread caller = threads.factory().newThread(() -> note(() -> hang(cloud)));
        caller.start();
        server.awaitHanging();

        long start = System.nanoTime();
        caller.interrupt();

        Ended how = endedSince(start);
        assertThat(how.thrown).isInstanceOf(Cancelled.class);
        assertThat(how.interrupted).as("the flag is kept").isTrue();
    }

    @ParameterizedTest
    @MethodSource("io.github.openstackjvm.stub.Threads#available")
    void ofAPostThatWasCutItIsNotKnownWhatBecame(Threads threads) throws Exception {
        CompletableFuture<Object> future = cloud(threads.factory())
                .async(c -> noting(() -> c.compute().keypairs().create(KeypairSpec.named("k"))));
        server.awaitHanging();

        long start = System.nanoTime();
        future.cancel(true);

        Ended how = endedSince(start);
        assertThat(how.thrown).isInstanceOf(OutcomeUnknown.class).hasMessageContaining("POST");
        assertThat(how.interrupted).isTrue();
    }

    @Test
    void givesAResultOrAFailure() {
        Cloud cloud = cloud(null);

        assertThat(cloud.async(Cloud::name).join()).isEqualTo("silent");
        assertThat(cloud.asyncRun(c -> {}).join()).isNull();
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(
                        () -> cloud.asyncRun(c -> c.compute().flavors().get("")).get())
                .withCauseInstanceOf(InvalidSpec.class);
    }

    /** A call that waits in the queue when it is cancelled is never made; the thread is clean for the next one. */
    @Test
    void cancellingLeavesNoInterruptBehind() throws Exception {
        Cloud cloud = cloud(null);
        executor = Executors.newSingleThreadExecutor();
        cloud.close();
        open = OpenStack.connect(cloud.config().toBuilder().executor(executor).build());
        CompletableFuture<Object> first = open.async(c -> noting(() -> hang(c)));
        CompletableFuture<Object> queued = open.async(c -> noting(() -> hang(c)));
        server.awaitHanging();

        queued.cancel(true);
        first.cancel(true);

        assertThat(open.async(c -> Thread.currentThread().isInterrupted()).get(10, TimeUnit.SECONDS))
                .isFalse();
        assertThat(ended).as("calls that were made").hasSize(1);
    }

    @Test
    void closingEndsCallsAndThreads() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        Cloud cloud = cloud(null);
        CompletableFuture<Object> future = cloud.async(c -> noting(() -> hang(c)));
        server.awaitHanging();

        long start = System.nanoTime();
        cloud.close();

        assertThat(endedSince(start).thrown).isInstanceOfAny(Closed.class, Cancelled.class);
        assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> future.get(10, TimeUnit.SECONDS));
        assertThatExceptionOfType(Closed.class).isThrownBy(() -> hang(cloud));
        assertThatExceptionOfType(Closed.class).isThrownBy(() -> hang(cloud.inRegion("x")));
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> cloud.async(Cloud::name).get(10, TimeUnit.SECONDS))
                .withCauseInstanceOf(Closed.class);
        cloud.close();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!before.contains(thread) && !thread.getName().startsWith("silent") && leftBehind(thread)) {
                thread.join(10_000);
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    /** The runtime's own pools for virtual threads and time-outs stay. */
    private static boolean leftBehind(Thread thread) {
        return thread.getThreadGroup() != null
                && !thread.getThreadGroup().getName().equals("InnocuousThreadGroup")
                && !thread.getName().startsWith("ForkJoinPool")
                && !thread.getName().startsWith("CompletableFutureDelayScheduler")
                && !thread.getName().startsWith("VirtualThread");
    }

    @Test
    void closingAViewEndsNothing() {
        Cloud cloud = cloud(null);

        cloud.inRegion("x").close();

        assertThat(cloud.async(Cloud::name).join()).isEqualTo("silent");
    }

    /** Tells its versions, and nothing else. */
    private static final class SilentServer implements Closeable {
        private final List<Socket> sockets = new CopyOnWriteArrayList<>();
        private final CountDownLatch hanging = new CountDownLatch(1);
        private @Nullable ServerSocket listener;

        void start() {
            try {
                ServerSocket made = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                listener = made;
                daemon("silent-accept", () -> accept(made));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String url() {
            return "http://127.0.0.1:" + requireNonNull(listener).getLocalPort() + "/v2.1";
        }

        void awaitHanging() throws InterruptedException {
            assertThat(hanging.await(20, TimeUnit.SECONDS)).isTrue();
        }

        private void accept(ServerSocket made) {
            try {
                while (true) {
                    Socket socket = made.accept();
                    sockets.add(socket);
                    daemon("silent-serve", () -> serve(socket));
                }
            } catch (IOException e) {
                // Closed: the test is over.
                return;
            }
        }

        private void serve(Socket socket) {
            try (BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
                String first = "";
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    if (first.isEmpty()) {
                        first = line;
                    } else if (line.isEmpty()) {
                        if (!first.startsWith("GET /v2.1/ ")) {
                            hanging.countDown();
                        } else {
                            answer(socket);
                        }
                        first = "";
                    }
                }
            } catch (IOException e) {
                // The client gave up, as it should.
                return;
            }
        }

        private void answer(Socket socket) throws IOException {
            String body = Documents.version("v2.1", "2.1", "2.90", url());
            String head = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n";
            socket.getOutputStream().write((head + body).getBytes(UTF_8));
        }

        private static void daemon(String name, Runnable task) {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public void close() throws IOException {
            requireNonNull(listener).close();
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }
}
