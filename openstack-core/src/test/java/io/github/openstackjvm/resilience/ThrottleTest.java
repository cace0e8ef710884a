package io.github.openstackjvm.resilience;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.error.Cancelled;
import io.github.openstackjvm.error.Closed;
import io.github.openstackjvm.error.OverLimit;
import io.github.openstackjvm.internal.resilience.Turns;
import io.github.openstackjvm.internal.wait.Deadline;
import io.github.openstackjvm.internal.wait.Interruptions;
import io.github.openstackjvm.internal.wait.SystemTicker;
import io.github.openstackjvm.resilience.ResiliencePolicy.Throttle;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.spi.CallListener;
import io.github.openstackjvm.spi.Ticker;
import io.github.openstackjvm.stub.MemoryCloud;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** No more requests at once, and no faster, than was asked for. */
@Timeout(30)
class ThrottleTest {
    private final MemoryCloud nova = new MemoryCloud();
    private final List<Duration> told = new CopyOnWriteArrayList<>();

    private Cloud cloud(UnaryOperator<Throttle> throttle) {
        return nova.cloud(config -> config.resilience(
                        ResiliencePolicy.DEFAULT.withThrottle(throttle.apply(Throttle.NONE)))
                .listener(new CallListener() {
                    @Override
                    public void throttled(Attempt attempt, Duration waited) {
                        told.add(waited);
                    }
                }));
    }

    private static void get(Cloud cloud) {
        cloud.session().adapter(ServiceType.COMPUTE).get("/x").send();
    }

    @Test
    void noMoreThanSoManyAreUnderWay() throws Exception {
        Cloud cloud = cloud(throttle -> throttle.withConcurrency(3));
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch three = new CountDownLatch(3);
        for (int i = 0; i < 12; i++) {
            nova.then(call -> {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                three.countDown();
                await(three);
                now.decrementAndGet();
                return MemoryCloud.answer(200, "{}").answer(call);
            });
        }

        List<CompletableFuture<Void>> calls = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            calls.add(cloud.asyncRun(ThrottleTest::get));
        }
        for (CompletableFuture<Void> call : calls) {
            call.get(20, TimeUnit.SECONDS);
        }

        assertThat(most).hasValue(3);
        assertThat(nova.calls()).hasSize(12);
    }

    /** A second call while the only place is taken. */
    private CompletableFuture<Void> waiting(Cloud cloud, CountDownLatch release) throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        nova.then(call -> {
            inside.countDown();
            await(release);
            return MemoryCloud.answer(200, "{}").answer(call);
        });
        CompletableFuture<Void> first = cloud.asyncRun(ThrottleTest::get);
        await(inside);
        return first;
    }

    @Test
    void failsWhenItsTurnDoesNotCome() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        Cloud cloud = cloud(throttle -> new Throttle(0, 1, Duration.ofMillis(50)));
        CompletableFuture<Void> first = waiting(cloud, release);

        assertThatExceptionOfType(OverLimit.class)
                .isThrownBy(() -> get(cloud))
                .withMessageContaining("no more than 1 requests at once")
                .withMessageContaining("nothing was sent");
        assertThatExceptionOfType(OverLimit.class)
                .as("nor does the deadline pass first")
                .isThrownBy(() -> get(cloud.withTimeout(Duration.ofMillis(10))));

        release.countDown();
        first.get(20, TimeUnit.SECONDS);
        get(cloud);
        assertThat(nova.calls()).hasSize(2);
    }

    @Test
    void isTheCallersWhoeverCalledFirst() throws Exception {
        Cloud cloud = cloud(throttle -> new Throttle(0, 1, Duration.ofMillis(50)));
        Cloud free = cloud.withResilience(policy -> policy.withThrottle(Throttle.NONE));
        get(free);
        CountDownLatch release = new CountDownLatch(1);
        CompletableFuture<Void> first = waiting(cloud, release);

        assertThatExceptionOfType(OverLimit.class).isThrownBy(() -> get(cloud));
        assertThatExceptionOfType(OverLimit.class)
                .as("another view of the same throttle")
                .isThrownBy(() -> get(cloud.withTimeout(Duration.ofSeconds(9))));
        get(free);

        release.countDown();
        first.get(20, TimeUnit.SECONDS);
    }

    @Test
    void nobodyGoesPastThoseWhoWait() throws Exception {
        Ticker ticker = new SystemTicker();
        Turns turns = new Turns(new Throttle(0, 1, Duration.ofSeconds(20)), ticker, new Interruptions());
        for (int i = 0; i < 50; i++) {
            assertThat(turns.enter(Deadline.after(Duration.ZERO, ticker))).isEqualTo(Turns.Limit.NONE);
            CompletableFuture<Turns.Limit> second = new CompletableFuture<>();
            Thread waiting = new Thread(() -> {
                try {
                    second.complete(turns.enter(Deadline.after(Duration.ofSeconds(20), ticker)));
                } catch (InterruptedException e) {
                    second.completeExceptionally(e);
                }
            });
            waiting.start();
            while (waiting.getState() != Thread.State.TIMED_WAITING) {
                LockSupport.parkNanos(10_000);
            }

            turns.leave();

            assertThat(turns.enter(Deadline.after(Duration.ZERO, ticker))).isEqualTo(Turns.Limit.CONCURRENCY);
            assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(Turns.Limit.NONE);
            turns.leave();
        }
    }

    @Test
    void givesItsPlaceBackWhateverHappens() {
        Cloud cloud = cloud(throttle -> new Throttle(0, 1, Duration.ofMillis(50)));
        for (int i = 0; i < 5; i++) {
            nova.then(call -> {
                throw new IllegalStateException("a broken transport");
            });
            assertThatThrownBy(() -> get(cloud)).isInstanceOf(IllegalStateException.class);
        }

        get(cloud);
    }

    @Test
    void anInterruptEndsTheWait() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        Cloud cloud = cloud(throttle -> throttle.withConcurrency(1));
        CompletableFuture<Void> first = waiting(cloud, release);

        Thread.currentThread().interrupt();
        assertThatExceptionOfType(Cancelled.class).isThrownBy(() -> get(cloud));

        assertThat(Thread.interrupted()).as("the flag is kept").isTrue();
        release.countDown();
        first.get(20, TimeUnit.SECONDS);
    }

    @Test
    void closingEndsTheWait() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        Cloud cloud = cloud(throttle -> throttle.withConcurrency(1));
        CompletableFuture<Void> first = waiting(cloud, release);
        CompletableFuture<Void> second = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            try {
                get(cloud);
                second.complete(null);
            } catch (RuntimeException e) {
                second.completeExceptionally(e);
            }
        });
        caller.start();
        while (caller.getState() != Thread.State.TIMED_WAITING) {
            LockSupport.parkNanos(1_000_000);
        }

        cloud.close();

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> second.get(10, TimeUnit.SECONDS))
                .withCauseInstanceOf(Closed.class);
        release.countDown();
        first.get(20, TimeUnit.SECONDS);
    }

    @Test
    void takesNoTurnThatComesTooLate() {
        Cloud cloud = cloud(throttle -> throttle.withRate(0.1));
        get(cloud);

        assertThatExceptionOfType(OverLimit.class)
                .isThrownBy(() -> get(cloud.withTimeout(Duration.ofSeconds(9))))
                .withMessageContaining("0.1 requests per second");
        get(cloud.withTimeout(Duration.ofSeconds(11)));

        assertThat(nova.times()).containsExactly(Duration.ZERO, Duration.ofSeconds(10));
        assertThat(told).containsExactly(Duration.ofSeconds(10));
    }

    @Test
    void countsAnIdleTimeForNothing() {
        Cloud cloud = cloud(throttle -> throttle.withRate(2));
        get(cloud);
        nova.clock.advance(Duration.ofMinutes(1));
        get(cloud);
        get(cloud);

        assertThat(nova.clock.pauses()).containsExactly(Duration.ofMillis(500));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
