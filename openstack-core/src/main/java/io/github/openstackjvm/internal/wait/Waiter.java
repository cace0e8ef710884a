package io.github.openstackjvm.internal.wait;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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
import io.github.openstackjvm.resource.Transition.Sighting;
import io.github.openstackjvm.resource.Transition.View;
import io.github.openstackjvm.spi.Ticker;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks again and again, with growing pauses, until every transition has ended or the deadline has passed. */
public final class Waiter implements Waits {
    private static final Logger LOG = LoggerFactory.getLogger("openstack.wait");

    /** A look may take what is left of the wait; the last one gets a chance, too. */
    private static final Duration LEAST_LOOK = Duration.ofSeconds(2);

    private final ResiliencePolicy.Waiting policy;
    private final Ticker ticker;
    private final AsyncRunner async;
    private final Interruptions waits;

    /** By this clock. */
    public Waiter(ResiliencePolicy.Waiting policy, Ticker ticker, AsyncRunner async, Interruptions waits) {
        this.policy = policy;
        this.ticker = ticker;
        this.async = async;
        this.waits = waits;
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
    public Instant now() {
        return ticker.now();
    }

    @Override
    public void rest(Duration time, String what) {
        try {
            waits.during(() -> ticker.sleep(time));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cancelled(
                    "The wait for " + what + " was interrupted; it goes on in the cloud", ErrorContext.NONE, e);
        }
    }

    @Override
    public <R> List<R> await(List<Transition<?, R>> transitions, Duration deadline, Consumer<Progress> listener) {
        return new Watch<>(transitions, deadline, listener).run();
    }

    private final class Watch<R> {
        private final List<Transition<?, R>> all;
        private final Duration deadline;
        private final Consumer<Progress> listener;
        private final long start = ticker.nanoTime();
        private final Map<Transition<?, R>, Sighting<R>> seen = new LinkedHashMap<>();
        private @Nullable RuntimeException lastTrouble;

        Watch(List<Transition<?, R>> all, Duration deadline, Consumer<Progress> listener) {
            this.all = all;
            this.deadline = deadline;
            this.listener = listener;
        }

        List<R> run() {
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
                Waiter.this.rest(
                        pause.compareTo(left) < 0 ? pause : left, rest().get(0).what());
                Duration longer = pause.plus(pause.dividedBy(2));
                pause = longer.compareTo(policy.longestPoll()) < 0 ? longer : policy.longestPoll();
            }
        }

        private List<Transition<?, R>> rest() {
            return all.stream()
                    .filter(transition -> !ended(seen.get(transition)))
                    .toList();
        }

        private boolean ended(@Nullable Sighting<R> sighting) {
            return sighting != null && (sighting.result() != null || sighting.fault() != null);
        }

        private void lookAtTheRest() {
            Map<View<?>, List<Transition<?, R>>> together = new LinkedHashMap<>();
            for (Transition<?, R> transition : rest()) {
                together.computeIfAbsent(transition.view(), view -> new ArrayList<>())
                        .add(transition);
            }
            together.values().forEach(members -> tolerant(() -> lookAt(members)));
        }

        // Transitions with equal views look at the same kind of resource.
        @SuppressWarnings("unchecked")
        private <T> void lookAt(List<Transition<?, R>> members) {
            View<T> view = (View<T>) members.get(0).view();
            Map<String, T> listed = Map.of();
            if (members.size() > 1) {
                Instant since = members.stream()
                        .map(Transition::since)
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
                listed = view.many(members.stream().map(Transition::id).collect(Collectors.toSet()), since, limit());
            }
            for (Transition<?, R> member : members) {
                @Nullable T seen = listed.get(member.id());
                note((Transition<T, R>) member, seen == null ? view.one(member.id(), limit()) : seen);
            }
        }

        private Duration limit() {
            Duration left = deadline.minusNanos(ticker.nanoTime() - start);
            return left.compareTo(LEAST_LOOK) < 0 ? LEAST_LOOK : left;
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

        private <T> void note(Transition<T, R> transition, @Nullable T resource) {
            Sighting<R> sighting = transition.judge(resource);
            seen.put(transition, sighting);
            listener.accept(
                    new Progress(transition.what(), sighting.state(), Duration.ofNanos(ticker.nanoTime() - start)));
        }

        private List<R> results() {
            String failures = all.stream()
                    .filter(transition -> sighting(transition).fault() != null)
                    .map(transition -> transition.what() + " went to "
                            + sighting(transition).state() + ": "
                            + sighting(transition).fault())
                    .collect(Collectors.joining("; "));
            if (!failures.isEmpty()) {
                throw new ResourceFailed(failures, ErrorContext.NONE, null);
            }
            List<R> results = new ArrayList<>(all.size());
            all.forEach(transition ->
                    results.add(Objects.requireNonNull(sighting(transition).result())));
            return List.copyOf(results);
        }

        private Sighting<R> sighting(Transition<?, R> transition) {
            return Objects.requireNonNullElse(seen.get(transition), Sighting.going("not seen"));
        }

        private WaitTimeout timeout() {
            List<Transition<?, R>> left = rest();
            String states = left.stream()
                    .map(transition -> transition.what() + " is still "
                            + sighting(transition).state())
                    .collect(Collectors.joining(", "));
            Sighting<R> last = seen.get(left.get(0));
            return new WaitTimeout(
                    last == null ? null : last.state(),
                    "After " + deadline.toSeconds() + " s " + states
                            + (lastTrouble == null ? "" : "; the latest look failed: " + lastTrouble.getMessage())
                            + ". It goes on in the cloud",
                    ErrorContext.NONE);
        }
    }
}
