package io.github.openstackjvm.internal.wait;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.github.openstackjvm.error.Cancelled;
import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.error.OverLimit;
import io.github.openstackjvm.error.ResourceFailed;
import io.github.openstackjvm.error.Unavailable;
import io.github.openstackjvm.error.WaitTimeout;
import io.github.openstackjvm.internal.wire.Waits;
import io.github.openstackjvm.resilience.ResiliencePolicy;
import io.github.openstackjvm.resource.Progress;
import io.github.openstackjvm.resource.Transition;
import io.github.openstackjvm.resource.Transition.Batch;
import io.github.openstackjvm.resource.Transition.Sighting;
import io.github.openstackjvm.spi.Ticker;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks again and again, with growing pauses, until every transition has ended or the deadline has passed. */
public final class Waiter implements Waits {
    private static final Logger LOG = LoggerFactory.getLogger("openstack.wait");

    private final ResiliencePolicy.Waiting policy;
    private final Ticker ticker;
    private final AsyncRunner async;

    /** By this clock. */
    public Waiter(ResiliencePolicy.Waiting policy, Ticker ticker, AsyncRunner async) {
        this.policy = policy;
        this.ticker = ticker;
        this.async = async;
    }

    @Override
    public Duration deadline(boolean slow) {
        return slow ? policy.longDeadline() : policy.deadline();
    }

    @Override
    public <T> CompletableFuture<T> beside(Callable<T> wait) {
        return async.run(wait);
    }

    @Override
    public <T> List<T> await(List<Transition<T>> transitions, Duration deadline, Consumer<Progress> listener) {
        return new Watch<>(transitions, deadline, listener).run();
    }

    private final class Watch<T> {
        private final List<Transition<T>> all;
        private final Duration deadline;
        private final Consumer<Progress> listener;
        private final long start = ticker.nanoTime();
        private final Map<Transition<T>, Sighting<T>> seen = new LinkedHashMap<>();
        private @Nullable RuntimeException lastTrouble;

        Watch(List<Transition<T>> all, Duration deadline, Consumer<Progress> listener) {
            this.all = all;
            this.deadline = deadline;
            this.listener = listener;
        }

        List<T> run() {
            Duration pause = policy.firstPoll();
            while (true) {
                lookAtTheRest();
                if (rest().isEmpty()) {
                    return results();
                }
                Duration left = deadline.minusNanos(ticker.nanoTime() - start);
                if (left.isNegative() || left.isZero()) {
                    throw timeout();
                }
                rest(pause.compareTo(left) < 0 ? pause : left);
                Duration longer = pause.plus(pause.dividedBy(2));
                pause = longer.compareTo(policy.longestPoll()) < 0 ? longer : policy.longestPoll();
            }
        }

        private List<Transition<T>> rest() {
            return all.stream()
                    .filter(transition -> !ended(seen.get(transition)))
                    .toList();
        }

        private boolean ended(@Nullable Sighting<T> sighting) {
            return sighting != null && (sighting.result() != null || sighting.fault() != null);
        }

        private void lookAtTheRest() {
            Map<Batch<T>, List<Transition<T>>> together = new LinkedHashMap<>();
            for (Transition<T> transition : rest()) {
                if (transition.batch() == null) {
                    tolerant(() -> note(transition, transition.look().get()));
                } else {
                    together.computeIfAbsent(transition.batch(), batch -> new ArrayList<>())
                            .add(transition);
                }
            }
            together.forEach((batch, members) -> tolerant(() -> {
                Map<String, Sighting<T>> sightings =
                        batch.look(members.stream().map(Transition::id).collect(Collectors.toSet()));
                members.forEach(member -> note(
                        member, Objects.requireNonNullElse(sightings.get(member.id()), Sighting.going("not listed"))));
            }));
        }

        /** A service that is away for a minute does not end a wait of ten. */
        private void tolerant(Runnable look) {
            try {
                look.run();
            } catch (Unavailable | OverLimit e) {
                LOG.debug("Could not look: {}", e.getMessage());
                lastTrouble = e;
            }
        }

        private void note(Transition<T> transition, Sighting<T> sighting) {
            seen.put(transition, sighting);
            listener.accept(
                    new Progress(transition.what(), sighting.state(), Duration.ofNanos(ticker.nanoTime() - start)));
        }

        private List<T> results() {
            String failures = all.stream()
                    .filter(transition -> sighting(transition).fault() != null)
                    .map(transition -> transition.what() + " went to "
                            + sighting(transition).state() + ": "
                            + sighting(transition).fault())
                    .collect(Collectors.joining("; "));
            if (!failures.isEmpty()) {
                throw new ResourceFailed(failures, ErrorContext.NONE, null);
            }
            return all.stream()
                    .map(transition ->
                            Objects.requireNonNull(sighting(transition).result()))
                    .toList();
        }

        private Sighting<T> sighting(Transition<T> transition) {
            return Objects.requireNonNullElse(seen.get(transition), Sighting.going("not seen"));
        }

        private WaitTimeout timeout() {
            List<Transition<T>> left = rest();
            String states = left.stream()
                    .map(transition -> transition.what() + " is still "
                            + sighting(transition).state())
                    .collect(Collectors.joining(", "));
            Sighting<T> last = seen.get(left.get(0));
            return new WaitTimeout(
                    last == null ? null : last.state(),
                    "After " + deadline.toSeconds() + " s " + states
                            + (lastTrouble == null ? "" : "; the latest look failed: " + lastTrouble.getMessage())
                            + ". It goes on in the cloud",
                    ErrorContext.NONE);
        }

        private void rest(Duration pause) {
            try {
                ticker.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Cancelled(
                        "The wait for " + rest().get(0).what() + " was interrupted; it goes on in the cloud",
                        ErrorContext.NONE,
                        e);
            }
        }
    }
}
