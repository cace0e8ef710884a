package io.github.openstackjvm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.github.openstackjvm.error.Cancelled;
import io.github.openstackjvm.error.Closed;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.error.OverLimit;
import io.github.openstackjvm.error.Unavailable;
import io.github.openstackjvm.internal.wire.Mark;
import io.github.openstackjvm.internal.wire.Waits;
import io.github.openstackjvm.internal.wire.Wire;
import org.jspecify.annotations.Nullable;

/**
 * Deletes things, the latest first, round after round: what is in use or busy may go when something else is gone, and what is
 * being deleted takes its time.
 */
final class Removal {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** Nova now and then accepts a deletion and does nothing. */
    private static final Duration ASK_AGAIN = Duration.ofSeconds(60);

    private final Mark mark;
    private final Untangling untangling;
    private final Marked marked;
    private final Waits waits;
    private final Instant end;
    private final Deque<Item> items = new ArrayDeque<>();
    private final List<Missing> missing = new ArrayList<>();
    private final Set<Object> known = new HashSet<>();
    private final List<CleanupReport.Item> removed = new ArrayList<>();

    /** One thing that shall go. */
    private static final class Item {
        final Ledger.Made made;

        @Nullable
        Instant ordered;

        String why = "it was not tried";
        boolean hopeless;

        Item(Ledger.Made made) {
            this.made = made;
        }
    }

    /** One thing that may be there. */
    private static final class Missing {
        final Ledger.Lost lost;
        boolean found;
        String why = "";

        Missing(Ledger.Lost lost) {
            this.lost = lost;
        }

        boolean bearsMark() {
            return lost.where().wire().marks() != Wire.Marks.NONE;
        }

        boolean isLike(Missing other) {
            return lost.mark().equals(other.lost.mark())
                    && lost.where().place().equals(other.lost.where().place());
        }

        /** Nova numbers the names of several servers of one order. */
        boolean mayBe(Ledger.Made made) {
            return lost.name() == null || String.valueOf(made.name()).startsWith(lost.name());
        }
    }

    Removal(Cloud cloud, Mark mark, Ledger.Content content, Duration deadline) {
        this.mark = mark;
        this.untangling = new Untangling(cloud);
        this.marked = new Marked(cloud);
        this.waits = cloud.view().waiter();
        this.end = waits.now().plus(deadline);
        content.lost().forEach(one -> missing.add(new Missing(one)));
        content.made().forEach(this::add);
    }

    private boolean add(Ledger.Made made) {
        boolean isNew = known.add(List.of(made.where().place(), made.id()));
        if (isNew) {
            items.addFirst(new Item(made));
        }
        return isNew;
    }

    CleanupReport run() {
        String stopped = null;
        try {
            Duration pause = FIRST_PAUSE;
            while (true) {
                boolean progress = round();
                boolean hopeless = !progress && items.stream().allMatch(item -> item.hopeless);
                if (!isLookedFor() && (items.isEmpty() || hopeless)) {
                    break;
                } else if (!waits.now().isBefore(end)) {
                    stopped = "the deadline passed";
                    break;
                }
                waits.rest(shorter(pause, Duration.between(waits.now(), end)), "the clean-up of " + mark.text());
                pause = progress ? FIRST_PAUSE : shorter(pause.plus(pause.dividedBy(2)), LONGEST_PAUSE);
            }
        } catch (Cancelled e) {
            stopped = "the clean-up was interrupted";
        } catch (Closed e) {
            stopped = "the connection to the cloud was closed";
        }
        return report(stopped);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Whether something has gone, or began to go. */
    private boolean round() {
        boolean progress = lookForLost();
        for (Iterator<Item> all = items.iterator(); all.hasNext(); ) {
            Item item = all.next();
            boolean began = item.ordered != null;
            if (isGone(item)) {
                all.remove();
                progress = true;
            } else {
                progress |= !began && item.ordered != null;
            }
        }
        return progress;
    }

    private boolean isGone(Item item) {
        try {
            boolean ordering = item.ordered == null
                    || Duration.between(item.ordered, waits.now()).compareTo(ASK_AGAIN) > 0;
            if (ordering) {
                order(item);
            }
            item.why = "the cloud has taken the order to delete it, and it is not seen to be gone";
            item.made.requests().api().get(item.made.id(), item.made.requests().call());
            return false;
        } catch (NotFound e) {
            removed.add(item.made.item());
            return true;
        } catch (Cancelled | Closed e) {
            throw e;
        } catch (OpenStackException e) {
            item.why = String.valueOf(e.getMessage());
            item.hopeless = !(e instanceof Conflict || e instanceof Unavailable || e instanceof OverLimit);
            return false;
        }
    }

    private void order(Item item) {
        try {
            delete(item);
        } catch (Conflict e) {
            untangling.loosen(
                    item.made, items.stream().map(each -> each.made.id()).toList());
            delete(item);
        }
    }

    private void delete(Item item) {
        untangling.delete(item.made);
        item.ordered = waits.now();
        item.hopeless = false;
    }

    /** Whether any of what may have been made was found. More than one thing may come of one request, and late. */
    private boolean lookForLost() {
        boolean found = false;
        for (Missing one : missing) {
            if (one.bearsMark()) {
                found |= look(one);
            }
        }
        return found;
    }

    private boolean look(Missing one) {
        boolean found = false;
        try {
            for (Ledger.Made made : marked.among(one.lost.where(), one.lost.mark())) {
                if (add(made)) {
                    found = true;
                    settle(one, made);
                }
            }
            one.why = "";
        } catch (Cancelled | Closed e) {
            throw e;
        } catch (OpenStackException e) {
            one.why = "; the latest look for it failed: " + e.getMessage();
        }
        return found;
    }

    /** What was found may be what another request of the same kind made: its name tells. */
    private void settle(Missing seeker, Ledger.Made found) {
        missing.stream()
                .filter(one -> !one.found && one.isLike(seeker) && one.mayBe(found))
                .min(Comparator.comparing(one -> !Objects.equals(one.lost.name(), found.name())))
                .ifPresent(one -> one.found = true);
    }

    private boolean isLookedFor() {
        return missing.stream().anyMatch(one -> !one.found && one.bearsMark());
    }

    private CleanupReport report(@Nullable String stopped) {
        List<CleanupReport.Left> left = new ArrayList<>();
        items.forEach(item -> left.add(new CleanupReport.Left(
                item.made.item(), stopped == null ? item.why : stopped + "; before that, " + item.why)));
        missing.stream()
                .filter(one -> !one.found)
                .forEach(one -> left.add(new CleanupReport.Left(
                        one.lost.item(),
                        "nobody knows whether it was made: " + one.lost.how().getMessage() + one.why)));
        return new CleanupReport(mark.key(), removed, left);
    }
}
