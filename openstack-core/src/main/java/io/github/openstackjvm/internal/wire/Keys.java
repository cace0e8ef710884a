package io.github.openstackjvm.internal.wire;

/** What follows from a {@link Wire}. */
public final class Keys {
    private Keys() {}

    /** Key around a list: as declared, or else that of one resource with an s behind it. */
    public static String many(Wire wire) {
        return wire.many().equals(Wire.PLURAL) ? wire.one() + "s" : wire.many();
    }
}
