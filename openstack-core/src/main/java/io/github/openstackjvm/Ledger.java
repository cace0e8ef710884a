package io.github.openstackjvm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.github.openstackjvm.error.Closed;
import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Creations;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Keys;
import io.github.openstackjvm.internal.wire.Mark;
import org.jspecify.annotations.Nullable;

/**
 * What was made by way of one scope of clean-up, in its order, and what may have been. A request is under way in its own scope
 * and in all around it, and what it makes is entered where it belongs when it is over: a scope may have been kept meanwhile.
 */
final class Ledger implements Creations {
    private final Mark mark;
    private final @Nullable Ledger outer;

    /** One for a scope and all around it, so that what is handed over is always in one of them. */
    private final Object lock;

    private final Map<List<Object>, Made> made = new LinkedHashMap<>();
    private final List<Lost> lost = new ArrayList<>();
    private final Set<Request> underWay = new LinkedHashSet<>();
    private boolean over;
    private boolean kept;

    /** Within another one, if there is one, which gets what this one keeps. */
    Ledger(Mark mark, @Nullable Ledger outer) {
        this.mark = mark;
        this.outer = outer;
        this.lock = outer == null ? new Object() : outer.lock;
    }

    /**
     * One resource.
     *
     * @param where among its like
     * @param name null when it has none, or none is known
     * @param since when it was made, where the cloud has said so
     */
    record Made(
            Binding<?> where,
            String id,
            @Nullable String name,
            @Nullable Instant since) {
        CleanupReport.Item item() {
            return new CleanupReport.Item(Keys.kind(where.wire()), id, name);
        }

        @SuppressWarnings("unchecked") // only of resources it is told that they are made
        Binding<CrudApi<?>> requests() {
            return (Binding<CrudApi<?>>) where;
        }
    }

    /**
     * Something that may have been made.
     *
     * @param mark what it bears, if its kind can
     * @param how it came that nobody knows
     */
    record Lost(Binding<?> where, @Nullable String name, Mark mark, OpenStackException how) {
        CleanupReport.Item item() {
            return new CleanupReport.Item(Keys.kind(where.wire()), null, name);
        }
    }

    /**
     * What is to be cleaned up.
     *
     * @param made what there is, in its order
     * @param lost what there may be
     */
    record Content(List<Made> made, List<Lost> lost) {}

    @Override
    public Mark mark() {
        return mark;
    }

    @Override
    public Creation begin(Binding<?> where, @Nullable String name) {
        synchronized (lock) {
            fromHereOut(each -> {
                if (each.over) {
                    throw new Closed(
                            "The scope of clean-up '" + each.mark.key()
                                    + "' has ended: nothing is made by way of it any more",
                            ErrorContext.NONE,
                            null);
                }
            });
            Request request = new Request(where, name);
            fromHereOut(each -> each.underWay.add(request));
            return request;
        }
    }

    @Override
    public void found(Binding<?> where, String id, @Nullable String name, OpenStackException lostBy) {
        synchronized (lock) {
            fromHereOut(each -> each.lost.removeIf(one -> one.how.equals(lostBy)));
            enter(new Made(where, id, name, null));
        }
    }

    private void fromHereOut(Consumer<Ledger> action) {
        for (Ledger each = this; each != null; each = each.outer) {
            action.accept(each);
        }
    }

    /** Whose it is what is made here; null when nobody will clean it up any more. */
    private @Nullable Ledger owner() {
        Ledger owner = this;
        while (owner != null && owner.kept) {
            owner = owner.outer;
        }
        return owner;
    }

    private void enter(Made one) {
        Ledger owner = owner();
        if (owner != null) {
            owner.made.putIfAbsent(List.of(one.where.place(), one.id), one);
        }
    }

    private void enter(Lost one) {
        Ledger owner = owner();
        if (owner != null) {
            owner.lost.add(one);
        }
    }

    private final class Request implements Creation {
        private final Binding<?> where;
        private final @Nullable String name;

        Request(Binding<?> where, @Nullable String name) {
            this.where = where;
            this.name = name;
        }

        @Override
        public void made(String id, @Nullable String itsName) {
            synchronized (lock) {
                enter(new Made(where, id, itsName, null));
            }
        }

        @Override
        public void lost(OpenStackException how) {
            synchronized (lock) {
                enter(new Lost(where, name, mark, how));
            }
        }

        @Override
        public void close() {
            synchronized (lock) {
                fromHereOut(each -> each.underWay.remove(this));
                lock.notifyAll();
            }
        }

        private Lost unsettled() {
            return new Lost(
                    where,
                    name,
                    mark,
                    new OpenStackException("its request was still under way", ErrorContext.NONE, null));
        }
    }

    /** From here on nothing is made; what is being made is waited for, at most this long. Returns what is left of it. */
    Duration end(Duration patience) throws InterruptedException {
        synchronized (lock) {
            over = true;
            if (underWay.isEmpty()) {
                return patience;
            }
            long end = System.nanoTime() + patience.toNanos();
            while (!underWay.isEmpty() && end - System.nanoTime() > 0) {
                TimeUnit.NANOSECONDS.timedWait(lock, end - System.nanoTime());
            }
            return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
        }
    }

    /**
     * Nothing is deleted here any more, neither what was made nor what is being made: it is the outer one's, if there is one.
     *
     * @throws Closed when that one has cleaned up already
     */
    void keep() {
        synchronized (lock) {
            Ledger next = outer == null ? null : outer.owner();
            if (next != null && next.over) {
                throw new Closed(
                        "The scope of clean-up '" + next.mark.key() + "' around '" + mark.key()
                                + "' has ended: it takes nothing any more",
                        ErrorContext.NONE,
                        null);
            }
            over = true;
            kept = true;
            made.values().forEach(this::enter);
            lost.forEach(this::enter);
        }
    }

    /** What is in it at this moment, with what is under way among that of which nobody knows. */
    Content content() {
        synchronized (lock) {
            List<Lost> unknown = new ArrayList<>(lost);
            underWay.forEach(request -> unknown.add(request.unsettled()));
            return new Content(List.copyOf(made.values()), List.copyOf(unknown));
        }
    }
}
