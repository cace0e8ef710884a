package io.github.openstackjvm.resource;

import io.github.openstackjvm.session.Microversion;
import org.jspecify.annotations.Nullable;

/**
 * The microversions in which something may be asked for.
 *
 * @param since the first one; null: any
 * @param until the last one; null: any
 */
public record VersionRange(
        @Nullable Microversion since, @Nullable Microversion until) {
    /** Any microversion. */
    public static final VersionRange ANY = new VersionRange(null, null);

    /** From this one on. */
    public static VersionRange since(int major, int minor) {
        return new VersionRange(new Microversion(major, minor), null);
    }

    /** Up to this one. */
    public static VersionRange until(int major, int minor) {
        return new VersionRange(null, new Microversion(major, minor));
    }

    /** This range, and up to that one. */
    public VersionRange andUntil(int major, int minor) {
        return new VersionRange(since, new Microversion(major, minor));
    }

    /** Such as {@code since 2.19}. */
    @Override
    public String toString() {
        if (since == null) {
            return until == null ? "in any version" : "until " + until;
        }
        return until == null ? "since " + since : "since " + since + " until " + until;
    }
}
