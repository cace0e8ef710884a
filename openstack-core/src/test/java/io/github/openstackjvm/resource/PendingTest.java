package io.github.openstackjvm.resource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.github.openstackjvm.error.Cancelled;
import io.github.openstackjvm.error.Closed;
import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.error.ResourceFailed;
import io.github.openstackjvm.error.Unavailable;
import io.github.openstackjvm.error.WaitTimeout;
import io.github.openstackjvm.internal.wait.AsyncRunner;
import io.github.openstackjvm.internal.wait.Interruptions;
import io.github.openstackjvm.internal.wait.Waiter;
import io.github.openstackjvm.resilience.ResiliencePolicy;
import io.github.openstackjvm.resource.Transition.Sighting;
import io.github.openstackjvm.spi.Ticker;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PendingTest {
    private final Clock clock = new Clock();
    private final AsyncRunner async = new AsyncRunner(Optional.empty());
    private final Interruptions waits = new Interruptions();
    private final Waiter waiter = new Waiter(ResiliencePolicy.Waiting.DEFAULT, clock, async, waits);

    /** A clock on which every sleep is over at once. */
    private static final class Clock implements Ticker {
        private final List<Duration> slept = new ArrayList<>();
        private long nanos;

        @Override
        public Instant now() {
            return Instant.EPOCH.plusNanos(nanos);
        }

        @Override
        public long nanoTime() {
            return nanos;
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            slept.add(duration);
            nanos += duration.toNanos();
        }
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private Pending<String> order(String id, Sighting<String>... sightings) {
        Queue<Sighting<String>> queue = new ArrayDeque<>(List.of(sightings));
        return order(id, () -> queue.size() > 1 ? queue.remove() : queue.element());
    }

    private Pending<String> order(String id, Supplier<Sighting<String>> look) {
        return order(id, new View() {
            @Override
            public Sighting<String> one(String any, Duration limit) {
                return look.get();
            }

            @Override
            public Map<String, Sighting<String>> many(Set<String> ids, Instant since, Duration limit) {
                throw new AssertionError("looked at together with others");
            }
        });
    }

    private Pending<String> order(String id, View view) {
        return new Pending<>(
                new Accepted(id, null, null, Map.of()),
                new Transition<>("thing " + id, id, Instant.EPOCH, false, view, Objects::requireNonNull),
                waiter);
    }

    /** What is looked at is here what is seen. */
    private interface View extends Transition.View<Sighting<String>> {}

    @Test
    void looksWithGrowingPausesUntilItIsDoneAndRemembersTheResult() {
        Pending<String> order =
                order("a", Sighting.going("BUILD"), Sighting.going("BUILD"), Sighting.reached("ACTIVE", "server"));

        assertThat(order.join()).isEqualTo("server");
        assertThat(clock.slept).containsExactly(Duration.ofMillis(500), Duration.ofMillis(750));

        assertThat(order.join()).isEqualTo("server");
        assertThat(clock.slept).hasSize(2);
    }

    @Test
    void tellsEveryLookToTheListenerOfTheCopyOnly() {
        List<String> states = new ArrayList<>();
        Pending<String> quiet = order("a", Sighting.going("BUILD"), Sighting.reached("ACTIVE", "server"));
        Pending<String> told = quiet.onProgress(progress -> states.add(progress.what() + " " + progress.state()));

        told.join();
        assertThat(states).containsExactly("thing a BUILD", "thing a ACTIVE");
        assertThat(quiet.join()).as("the result is shared").isEqualTo("server");
    }

    @Test
    void failsAtOnceWithTheCloudsWords() {
        Pending<String> order =
                order("a", Sighting.going("BUILD"), Sighting.failed("ERROR", "No valid host was found."));
        assertThatThrownBy(order::join)
                .isInstanceOf(ResourceFailed.class)
                .hasMessage("thing a went to ERROR: No valid host was found.");
        assertThat(clock.slept).hasSize(1);
    }

    @Test
    void endsAtTheDeadlineWithTheLastState() {
        Pending<String> order = order("a", Sighting.going("BUILD"));
        assertThatThrownBy(() -> order.join(Duration.ofSeconds(3)))
                .isInstanceOfSatisfying(
                        WaitTimeout.class,
                        timeout -> assertThat(timeout.lastState()).isEqualTo("BUILD"))
                .hasMessage("After 3 s thing a is still BUILD. It goes on in the cloud");
        assertThat(clock.nanos).isEqualTo(Duration.ofSeconds(3).toNanos());
    }

    @Test
    void livesThroughAServiceThatIsAwayForAWhile() {
        Queue<Supplier<Sighting<String>>> looks = new ArrayDeque<>();
        looks.add(() -> {
            throw new Unavailable("away", ErrorContext.NONE, null);
        });
        looks.add(() -> Sighting.reached("ACTIVE", "server"));
        assertThat(order("a", () -> looks.remove().get()).join()).isEqualTo("server");
    }

    @Test
    void anInterruptEndsTheWaitAndStays() {
        Pending<String> order = order("a", Sighting.going("BUILD"));
        Thread.currentThread().interrupt();
        assertThatThrownBy(order::join).isInstanceOf(Cancelled.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void manyAreLookedAtTogetherAndToTheEnd() {
        Map<String, Integer> looks = new HashMap<>();
        View together = new View() {
            @Override
            public Sighting<String> one(String id, Duration limit) {
                assertThat(id).as("the one that no list has").isEqualTo("d");
                return Sighting.reached("ACTIVE", "d");
            }

            @Override
            public Map<String, Sighting<String>> many(Set<String> ids, Instant since, Duration limit) {
                Map<String, Sighting<String>> seen = new HashMap<>();
                for (String id : ids) {
                    int count = looks.merge(id, 1, Integer::sum);
                    seen.put(
                            id,
                            count < 3
                                    ? Sighting.going("BUILD")
                                    : id.equals("b")
                                            ? Sighting.failed("ERROR", "broken")
                                            : Sighting.reached("ACTIVE", id));
                }
                seen.remove("d");
                return seen;
            }
        };
        List<Pending<String>> orders =
                List.of(order("a", together), order("b", together), order("c", together), order("d", together));

        assertThatThrownBy(() -> Pending.all(orders).join())
                .isInstanceOf(ResourceFailed.class)
                .hasMessage("thing b went to ERROR: broken");
        assertThat(looks).containsOnly(Map.entry("a", 3), Map.entry("b", 3), Map.entry("c", 3), Map.entry("d", 1));
    }

    @Test
    void allReturnsTheResultsInTheOrderOfTheOrders() {
        Pending<String> slow = order("a", Sighting.going("BUILD"), Sighting.reached("ACTIVE", "first"));
        Pending<String> quick = order("b", Sighting.reached("ACTIVE", "second"));
        assertThat(Pending.all(List.of(slow, quick)).join()).containsExactly("first", "second");
        assertThat(Pending.<String>all(List.of()).join()).isEmpty();
    }

    @Test
    void cancellingTheFutureEndsTheWait() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Pending<String> order = order("a", () -> {
            waiting.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return Sighting.going("BUILD");
        });
        var future = order.toFuture();
        assertThat(waiting.await(10, TimeUnit.SECONDS)).isTrue();
        future.cancel(true);
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        async.close();
    }

    @Test
    void closingTheCloudEndsTheWait() {
        Pending<String> order = order("a", () -> {
            waits.close();
            return Sighting.going("BUILD");
        });

        assertThatThrownBy(order::join).isInstanceOf(Closed.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    /** The last look of a wait must not take as long as a call may. */
    @Test
    void looksNoLongerThanIsLeftOfTheWait() {
        List<Duration> limits = new ArrayList<>();
        Pending<String> order = order("a", new View() {
            @Override
            public Sighting<String> one(String any, Duration limit) {
                limits.add(limit);
                return Sighting.going("BUILD");
            }

            @Override
            public Map<String, Sighting<String>> many(Set<String> ids, Instant since, Duration limit) {
                throw new AssertionError("looked at together with others");
            }
        });

        assertThatThrownBy(() -> order.join(Duration.ofMillis(3500))).isInstanceOf(WaitTimeout.class);

        assertThat(limits)
                .startsWith(Duration.ofMillis(3500), Duration.ofMillis(3000), Duration.ofMillis(2250))
                .endsWith(Duration.ofSeconds(2));
    }
}
