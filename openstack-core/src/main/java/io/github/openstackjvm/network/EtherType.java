package io.github.openstackjvm.network;

import io.github.openstackjvm.resource.OpenValue;

/**
 * Which version of IP.
 *
 * @param value as on the wire
 */
public record EtherType(String value) implements OpenValue {
    /** Version 4. */
    public static final EtherType IPV4 = new EtherType("IPv4");
    /** Version 6. */
    public static final EtherType IPV6 = new EtherType("IPv6");

    @Override
    public String toString() {
        return value;
    }
}
