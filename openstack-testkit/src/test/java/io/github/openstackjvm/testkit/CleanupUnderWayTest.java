package io.github.openstackjvm.testkit;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.openstackjvm.CleanupReport;
import io.github.openstackjvm.CleanupScope;
import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.network.Network;
import io.github.openstackjvm.transport.Transport;
import org.junit.jupiter.api.Test;

import static io.github.openstackjvm.testkit.CleanupTest.lan;
import static io.github.openstackjvm.testkit.CleanupTest.lans;
import static io.github.openstackjvm.testkit.HttpMethod.DELETE;
import static io.github.openstackjvm.testkit.HttpMethod.GET;
import static org.assertj.core.api.Assertions.assertThat;

/** What a scope of clean-up does about creations that are still under way when it ends. */
@OpenStackTest
class CleanupUnderWayTest {
    /** A network whose answer comes when it is told to. */
    private static final class Slow implements AutoCloseable {
        final CountDownLatch sent = new CountDownLatch(1);
        final CountDownLatch goOn = new CountDownLatch(1);
        final Cloud cloud;

        Slow(FakeCloud fake) {
            Transport way = After.posts(fake.transport(), () -> {
                sent.countDown();
                await(goOn);
            });
            cloud = OpenStack.connect(fake.config("demo").transport(way).build());
        }

        CompletableFuture<Network> make(CleanupScope scope) {
            CompletableFuture<Network> making =
                    scope.cloud().async(c -> c.network().networks().create(lan()));
            await(sent);
            return making;
        }

        @Override
        public void close() {
            goOn.countDown();
            cloud.close();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            assertThat(thread.isAlive()).as("it waits").isTrue();
            Thread.onSpinWait();
        }
    }

    @Test
    void whatIsBeingMadeOnAnotherThreadIsWaitedFor(FakeCloud fake) throws Exception {
        try (Slow slow = new Slow(fake)) {
            CleanupScope scope = slow.cloud.cleanupScope();
            CompletableFuture<Network> making = slow.make(scope);
            Thread removal = new Thread(scope::remove);
            removal.start();
            awaitWaiting(removal);
            slow.goOn.countDown();
            assertThat(making.get(10, TimeUnit.SECONDS).name()).isEqualTo("lan");
            removal.join(10_000);
            assertThat(scope.remove().removed()).hasSize(1);
        }
    }

    @Test
    void whatIsBeingMadeAtTheDeadlineIsTold(FakeCloud fake) throws Exception {
        try (Slow slow = new Slow(fake)) {
            CleanupScope scope = slow.cloud.cleanupScope().within(Duration.ofMillis(20));
            CompletableFuture<Network> making = slow.make(scope);
            // The fake has made it already, and it would be seen by its tag.
            fake.faults().on(GET, "/networks").reply(403);
            CleanupReport report = scope.remove();
            assertThat(report.left()).singleElement().satisfies(left -> {
                assertThat(left.item()).isEqualTo(new CleanupReport.Item("network", null, "lan"));
                assertThat(left.why()).contains("still under way");
            });
            slow.goOn.countDown();
            making.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void theDeadlineIsSpentOnce(FakeCloud fake) throws Exception {
        try (Slow slow = new Slow(fake)) {
            Duration time = Duration.ofMillis(200);
            CleanupScope scope = slow.cloud.cleanupScope().within(time);
            CompletableFuture<Network> making = slow.make(scope);
            fake.faults().on(DELETE, "/networks/*").reply(409);
            scope.remove();
            // The wait for the request took all of it, on the machine's clock; on the cloud's nothing was left.
            assertThat(fake.clock().now()).isEqualTo(FakeClock.START);
            slow.goOn.countDown();
            making.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void whatAnInnerScopeIsMakingWhenItIsKeptIsTheOuterOnes(FakeCloud fake) throws Exception {
        try (Slow slow = new Slow(fake)) {
            CleanupScope outer = slow.cloud.cleanupScope();
            CleanupScope inner = outer.cloud().cleanupScope();
            CompletableFuture<Network> making = slow.make(inner);
            inner.keep();
            Thread removal = new Thread(outer::remove);
            removal.start();
            awaitWaiting(removal);
            slow.goOn.countDown();
            making.get(10, TimeUnit.SECONDS);
            removal.join(10_000);
            assertThat(outer.remove().removed()).hasSize(1);
        }
        assertThat(lans(fake.cloud())).isZero();
    }
}
