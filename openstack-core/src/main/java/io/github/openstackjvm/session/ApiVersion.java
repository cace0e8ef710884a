package io.github.openstackjvm.session;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A major version of a service's API, as {@code v3} of Identity or {@code v2.1} of Compute.
 *
 * @param major the number before the dot
 * @param minor the number after the dot, 0 when there is none
 */
public record ApiVersion(int major, int minor) implements Comparable<ApiVersion> {
    private static final Pattern TEXT = Pattern.compile("v?(\\d{1,5})(?:\\.(\\d{1,5}))?");
    private static final Comparator<ApiVersion> ORDER =
            Comparator.comparingInt(ApiVersion::major).thenComparingInt(ApiVersion::minor);

    /** Reads {@code v3}, {@code 3}, {@code v2.1} or {@code 2.1}. */
    public static ApiVersion of(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not an API version: '" + text + "'. Write it as '2.1' or 'v3'");
        }
        return new ApiVersion(
                Integer.parseInt(matcher.group(1)), matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2)));
    }

    @Override
    public int compareTo(ApiVersion other) {
        return ORDER.compare(this, other);
    }

    /** As in a version document: {@code v2.1}, {@code v3.0}. */
    @Override
    public String toString() {
        return "v" + major + "." + minor;
    }
}
