package io.github.openstackjvm.network;

import io.github.openstackjvm.resource.OpenValue;

/**
 * Which way traffic goes, as seen from the port.
 *
 * @param value as on the wire
 */
public record Direction(String value) implements OpenValue {
    /** To the port. */
    public static final Direction INGRESS = new Direction("ingress");
    /** From the port. */
    public static final Direction EGRESS = new Direction("egress");

    @Override
    public String toString() {
        return value;
    }
}
