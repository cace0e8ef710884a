package io.github.openstackjvm.compute;

import io.github.openstackjvm.resource.OpenValue;

/**
 * What kind of key it is.
 *
 * @param value as on the wire
 */
public record KeypairType(String value) implements OpenValue {
    /** An SSH key. */
    public static final KeypairType SSH = new KeypairType("ssh");
    /** A certificate, for Windows guests. */
    public static final KeypairType X509 = new KeypairType("x509");

    @Override
    public String toString() {
        return value;
    }
}
