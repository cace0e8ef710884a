package io.github.openstackjvm;

import java.util.List;

import io.github.openstackjvm.error.CleanupIncomplete;
import org.jspecify.annotations.Nullable;

/**
 * What became of a clean-up. Nothing in it is secret.
 *
 * @param tag of the scope
 * @param removed what is gone now, in the order in which that was seen
 * @param left what is not, or may not be
 */
public record CleanupReport(String tag, List<Item> removed, List<Left> left) {

    /** Copies the lists. */
    public CleanupReport {
        removed = List.copyOf(removed);
        left = List.copyOf(left);
    }

    /**
     * One resource.
     *
     * @param kind what it is, such as {@code server}
     * @param id null when nobody knows it
     * @param name null when it has none
     */
    public record Item(
            String kind, @Nullable String id, @Nullable String name) {
        @Override
        public String toString() {
            if (id == null) {
                return kind + (name == null ? "" : " '" + name + "'");
            }
            return kind + " " + (name == null || name.equals(id) ? id : "'" + name + "' (" + id + ")");
        }
    }

    /**
     * One that could not be deleted.
     *
     * @param item which
     * @param why in the cloud's words
     */
    public record Left(Item item, String why) {
        @Override
        public String toString() {
            return item + ": " + why;
        }
    }

    /** Whether nothing is left. */
    public boolean complete() {
        return left.isEmpty();
    }

    /** Throws unless nothing is left. */
    CleanupReport orThrow() {
        if (complete()) {
            return this;
        }
        throw new CleanupIncomplete(
                left.size() + " of what was made with the tag '" + tag + "' could not be deleted",
                left.stream().map(Left::toString).toList());
    }
}
