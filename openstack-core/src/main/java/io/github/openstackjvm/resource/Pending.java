package io.github.openstackjvm.resource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import io.github.openstackjvm.internal.wire.Waits;
import org.jspecify.annotations.Nullable;

/**
 * An order that the cloud has taken and carries out. The request was sent already; {@link #join()} waits for the outcome, which
 * is remembered. Not waiting is fine. To stop waiting, by an interrupt or by cancelling the future, does not stop the cloud.
 *
 * @param <T> what it leads to
 */
public final class Pending<T> {
    private final Accepted accepted;
    private final Transition<?, T> transition;
    private final Waits waits;
    private final List<Consumer<Progress>> listeners;
    private final AtomicReference<@Nullable T> result;

    Pending(Accepted accepted, Transition<?, T> transition, Waits waits) {
        this(accepted, transition, waits, List.of(), new AtomicReference<>());
    }

    private Pending(
            Accepted accepted,
            Transition<?, T> transition,
            Waits waits,
            List<Consumer<Progress>> listeners,
            AtomicReference<@Nullable T> result) {
        this.accepted = accepted;
        this.transition = transition;
        this.waits = waits;
        this.listeners = listeners;
        this.result = result;
    }

    /** What the cloud said when it took the order. */
    public Accepted accepted() {
        return accepted;
    }

    /** The id of the resource in transition. */
    public String id() {
        return accepted.id();
    }

    /** The same, which also tells this listener of every look. Called on the waiting thread. */
    public Pending<T> onProgress(Consumer<Progress> listener) {
        List<Consumer<Progress>> more = new ArrayList<>(listeners);
        more.add(listener);
        return new Pending<>(accepted, transition, waits, List.copyOf(more), result);
    }

    /**
     * Waits for the outcome, at most as long as the policy says.
     *
     * @throws io.github.openstackjvm.error.ResourceFailed when it failed, with the cloud's words
     * @throws io.github.openstackjvm.error.WaitTimeout when the deadline passes first
     * @throws io.github.openstackjvm.error.Cancelled when the thread is interrupted
     */
    public T join() {
        return join(waits.deadline(transition.slow()));
    }

    /** Waits for the outcome, at most this long. */
    public T join(Duration deadline) {
        T known = result.get();
        if (known != null) {
            return known;
        }
        T reached = waits.<T>await(List.of(transition), deadline, this::tell).get(0);
        result.set(reached);
        return reached;
    }

    /** Waits beside the caller. To cancel the future ends the waiting. */
    public CompletableFuture<T> toFuture() {
        return waits.beside(this::join);
    }

    /** Waits beside the caller, at most this long. To cancel the future ends the waiting. */
    public CompletableFuture<T> toFuture(Duration deadline) {
        return waits.beside(() -> join(deadline));
    }

    /** Several orders that are awaited together. */
    public static <T> All<T> all(Collection<Pending<T>> orders) {
        return new All<>(List.copyOf(orders));
    }

    private void tell(Progress progress) {
        listeners.forEach(listener -> listener.accept(progress));
    }

    /** The order. */
    @Override
    public String toString() {
        return "Pending[" + transition.what() + "]";
    }

    /**
     * Several orders that are awaited together: with one request for all of them per look where the service can do that, and
     * to the end, even if one of them fails.
     *
     * @param <T> what they lead to
     */
    public static final class All<T> {
        private final List<Pending<T>> orders;

        private All(List<Pending<T>> orders) {
            this.orders = orders;
        }

        /** Waits for all outcomes, at most as long as the policy says. */
        public List<T> join() {
            return orders.isEmpty()
                    ? List.of()
                    : join(orders.get(0).waits.deadline(orders.stream().anyMatch(order -> order.transition.slow())));
        }

        /** Waits beside the caller, at most as long as the policy says. To cancel the future ends the waiting. */
        public CompletableFuture<List<T>> toFuture() {
            return orders.isEmpty()
                    ? CompletableFuture.completedFuture(List.of())
                    : orders.get(0).waits.beside(this::join);
        }

        /** Waits beside the caller, at most this long. To cancel the future ends the waiting. */
        public CompletableFuture<List<T>> toFuture(Duration deadline) {
            return orders.isEmpty()
                    ? CompletableFuture.completedFuture(List.of())
                    : orders.get(0).waits.beside(() -> join(deadline));
        }

        /**
         * Waits for all outcomes, at most this long. In the order of the orders.
         *
         * @throws io.github.openstackjvm.error.ResourceFailed at the end, naming all that failed
         * @throws io.github.openstackjvm.error.WaitTimeout at the deadline, naming all that still went on
         */
        public List<T> join(Duration deadline) {
            if (orders.isEmpty()) {
                return List.of();
            }
            List<Transition<?, T>> transitions = new ArrayList<>();
            orders.forEach(order -> transitions.add(order.transition));
            List<T> reached = orders.get(0)
                    .waits
                    .await(
                            transitions,
                            deadline,
                            progress -> orders.forEach(order -> {
                                if (order.transition.what().equals(progress.what())) {
                                    order.tell(progress);
                                }
                            }));
            for (int i = 0; i < reached.size(); i++) {
                orders.get(i).result.set(reached.get(i));
            }
            return reached;
        }
    }
}
