package io.github.openstackjvm.session;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version within a major version, as {@code 2.79} of Compute.
 *
 * @param major the number before the dot
 * @param minor the number after the dot
 */
public record Microversion(int major, int minor) implements Comparable<Microversion> {
    private static final Pattern TEXT = Pattern.compile("v?(\\d{1,5})\\.(\\d{1,5})");
    private static final Comparator<Microversion> ORDER =
            Comparator.comparingInt(Microversion::major).thenComparingInt(Microversion::minor);

    /** Reads {@code 2.79} or {@code v2.79}. */
    public static Microversion of(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a microversion: '" + text + "'. Write it as '2.79'");
        }
        return new Microversion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    @Override
    public int compareTo(Microversion other) {
        return ORDER.compare(this, other);
    }

    /** Whether this is the same version or a later one. */
    public boolean atLeast(Microversion other) {
        return compareTo(other) >= 0;
    }

    /** As on the wire: {@code 2.79}. */
    @Override
    public String toString() {
        return major + "." + minor;
    }
}
