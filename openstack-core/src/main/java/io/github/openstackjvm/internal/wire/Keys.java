package io.github.openstackjvm.internal.wire;

import java.util.Locale;

/** What follows from a {@link Wire}. */
public final class Keys {
    private Keys() {}

    /** What a resource is called in messages: the key around it in words, or else that of a list. */
    public static String kind(Wire wire) {
        String many = many(wire);
        String one = !wire.one().isEmpty()
                ? wire.one()
                : many.endsWith("ies") ? many.substring(0, many.length() - 3) + "y" : many.replaceFirst("s$", "");
        return one.replace('_', ' ').replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    /** Key around a list: as declared, or else that of one resource with an s behind it. */
    public static String many(Wire wire) {
        return wire.many().equals(Wire.PLURAL) ? wire.one() + "s" : wire.many();
    }
}
