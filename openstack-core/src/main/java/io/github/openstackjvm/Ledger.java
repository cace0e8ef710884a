package io.github.openstackjvm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.github.openstackjvm.error.Closed;
import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Creations;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Keys;
import io.github.openstackjvm.internal.wire.Mark;
import org.jspecify.annotations.Nullable;

/** What was made by way of one scope of clean-up, in its order. */
final class Ledger implements Creations {
    private final Mark mark;
    private final @Nullable Ledger outer;
    private final Map<List<Object>, Made> made = new LinkedHashMap<>();
    private final List<Lost> lost = new ArrayList<>();
    private int underWay;
    private boolean over;

    /** Within another one, if there is one, which gets what this one keeps. */
    Ledger(Mark mark, @Nullable Ledger outer) {
        this.mark = mark;
        this.outer = outer;
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

    /** Something that may have been made, and how it came that nobody knows. */
    record Lost(Binding<?> where, @Nullable String name, OpenStackException how) {
        CleanupReport.Item item() {
            return new CleanupReport.Item(Keys.kind(where.wire()), null, name);
        }
    }

    @Override
    public Mark mark() {
        return mark;
    }

    @Override
    public synchronized void begin() {
        if (over) {
            throw new Closed(
                    "The scope of clean-up '" + mark.key() + "' has ended: nothing is made by way of it any more",
                    ErrorContext.NONE,
                    null);
        }
        underWay++;
    }

    @Override
    public synchronized void end() {
        underWay--;
        notifyAll();
    }

    @Override
    public synchronized void made(Binding<?> where, String id, @Nullable String name) {
        made.putIfAbsent(List.of(where.place(), id), new Made(where, id, name, null));
    }

    @Override
    public synchronized void lost(Binding<?> where, @Nullable String name, OpenStackException how) {
        lost.add(new Lost(where, name, how));
    }

    /** From here on nothing is made; what is being made is waited for, at most this long. */
    synchronized void end(Duration patience) throws InterruptedException {
        over = true;
        long end = System.nanoTime() + patience.toNanos();
        while (underWay > 0 && end - System.nanoTime() > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
        }
    }

    /** Nothing is deleted here any more: it is the outer one's, if there is one. */
    synchronized void passOn() {
        over = true;
        Optional.ofNullable(outer).ifPresent(other -> {
            made.values().forEach(one -> other.made(one.where, one.id, one.name));
            lost.forEach(one -> other.lost(one.where, one.name, one.how));
        });
    }

    /** What was made, in its order. */
    synchronized List<Made> all() {
        return List.copyOf(made.values());
    }

    /** What may have been made. */
    synchronized List<Lost> unknown() {
        return List.copyOf(lost);
    }
}
