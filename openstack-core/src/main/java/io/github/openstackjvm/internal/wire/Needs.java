package io.github.openstackjvm.internal.wire;

import java.util.ArrayList;
import java.util.List;

import io.github.openstackjvm.resource.VersionRange;

/**
 * What a call touches that not every microversion knows.
 *
 * @param all each with the words for an error message
 */
public record Needs(List<Need> all) {
    /** Nothing in particular. */
    public static final Needs NONE = new Needs(List.of());

    /**
     * One touched thing.
     *
     * @param what for people, such as {@code the field 'type'}
     * @param range the microversions that know it
     */
    public record Need(String what, VersionRange range) {}

    /** These and one more. */
    public Needs and(String what, VersionRange range) {
        return range.equals(VersionRange.ANY) ? this : and(new Needs(List.of(new Need(what, range))));
    }

    /** These and those. */
    public Needs and(Needs others) {
        if (others.all.isEmpty()) {
            return this;
        }
        List<Need> sum = new ArrayList<>(all);
        sum.addAll(others.all);
        return new Needs(List.copyOf(sum));
    }
}
