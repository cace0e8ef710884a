package io.github.openstackjvm.testkit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.transport.Transport;
import io.github.openstackjvm.transport.TransportOptions;
import io.github.openstackjvm.transport.Transports;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Calls on virtual threads wait without the threads that carry these: so the JVM's own recorder says. */
@Timeout(300)
class VirtualThreadsTest {
    private static final String PINNED = "jdk.VirtualThreadPinned";

    @TempDir
    private Path folder;

    /** Waits in its initializer, below which there is a frame that no virtual thread can leave. */
    private static final class Pinning {
        static final CompletableFuture<Thread> ENTERED = new CompletableFuture<>();
        static final CountDownLatch LEAVE = new CountDownLatch(1);

        private Pinning() {}

        private static final class Initialized {
            static final boolean DONE = waited();

            private static boolean waited() {
                ENTERED.complete(Thread.currentThread());
                try {
                    LEAVE.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return true;
            }
        }
    }

    /** What kept a carrier while this ran. */
    private List<RecordedEvent> pinned(Runnable work) throws Exception {
        Path file = folder.resolve("recording.jfr");
        try (Recording recording = new Recording()) {
            recording.enable(PINNED).withThreshold(Duration.ZERO).withStackTrace();
            recording.start();
            work.run();
            recording.stop();
            recording.dump(file);
        }
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals(PINNED))
                .toList();
    }

    private static void manyCalls(Cloud cloud) {
        List<CompletableFuture<Long>> calls = IntStream.range(0, 400)
                .mapToObj(i -> cloud.async(same -> i % 2 == 0
                        ? same.compute().flavors().list().count()
                        : same.network().securityGroups().list().count()))
                .toList();
        calls.forEach(CompletableFuture::join);
    }

    @Test
    void noCallKeepsACarrier() throws Exception {
        assumeTrue(Runtime.version().feature() >= 21, "this runtime has no virtual threads");
        try (FakeCloud fake = FakeCloud.start();
                HttpFront front = fake.serve();
                Transport transport = Transports.httpComponents(TransportOptions.DEFAULT);
                Cloud cloud = OpenStack.connect(fake.config("demo")
                        .transport(transport)
                        .authUrl(front.authUrl())
                        .build())) {
            manyCalls(cloud);
            // To load and initialize a class pins as well, but once; what a call does pins in every round.
            List<RecordedEvent> pinned;
            int rounds = 0;
            do {
                fake.expireTokens();
                pinned = pinned(() -> manyCalls(cloud));
                rounds++;
            } while (!pinned.isEmpty() && rounds < 5);
            assertThat(pinned).isEmpty();
        }
    }

    @Test
    void whatKeepsACarrierIsSeen() throws Exception {
        assumeTrue(Runtime.version().feature() >= 21, "this runtime has no virtual threads");
        try (FakeCloud fake = FakeCloud.start();
                Cloud cloud = OpenStack.connect(fake.config("demo").build())) {
            assertThat(pinned(() -> {
                        CompletableFuture<Boolean> waiting = cloud.async(same -> Pinning.Initialized.DONE);
                        Thread inside = Pinning.ENTERED.join();
                        while (inside.getState() != Thread.State.WAITING) {
                            LockSupport.parkNanos(100_000); // or it would find the way free, and not wait at all
                        }
                        Pinning.LEAVE.countDown();
                        assertThat(waiting.join()).isTrue();
                    }))
                    .isNotEmpty();
        }
    }
}
