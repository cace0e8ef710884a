package io.github.openstackjvm.session;

/**
 * Which versions of a service's API will do. Of those that the service announces, the highest stable one is taken.
 *
 * @param from the lowest
 * @param until the highest
 */
public record VersionSelector(ApiVersion from, ApiVersion until) {
    private static final int LAST = Integer.MAX_VALUE;

    /** All of them, also those that this library does not know. */
    public static final VersionSelector ANY = new VersionSelector(new ApiVersion(0, 0), new ApiVersion(LAST, LAST));

    /** Refuses what no version can be. */
    public VersionSelector {
        if (from.compareTo(until) > 0) {
            throw new IllegalArgumentException("No version is from " + from + " on and until " + until);
        }
    }

    /** Those with this number before the dot. */
    public static VersionSelector major(int major) {
        return atLeast(new ApiVersion(major, 0));
    }

    /** This one, or a later one with the same number before the dot. */
    public static VersionSelector atLeast(ApiVersion version) {
        return new VersionSelector(version, new ApiVersion(version.major(), LAST));
    }

    /** This one and no other. */
    public static VersionSelector exactly(ApiVersion version) {
        return new VersionSelector(version, version);
    }

    /** These two, and all between them. */
    public static VersionSelector between(ApiVersion from, ApiVersion until) {
        return new VersionSelector(from, until);
    }

    /** Whether it will do. */
    public boolean accepts(ApiVersion version) {
        return version.compareTo(from) >= 0 && version.compareTo(until) <= 0;
    }

    /** As in {@code v2.1}, or {@code v2.0 to v3.1}. */
    @Override
    public String toString() {
        boolean one = from.equals(until) || equals(atLeast(from));
        return equals(ANY) ? "any" : one ? from.toString() : from + " to " + until;
    }
}
