package io.github.openstackjvm.network;

import io.github.openstackjvm.resource.OpenValue;

/**
 * What a network runs on.
 *
 * @param value as on the wire
 */
public record NetworkType(String value) implements OpenValue {
    /** A tunnel of VXLAN. */
    public static final NetworkType VXLAN = new NetworkType("vxlan");
    /** A tunnel of Geneve. */
    public static final NetworkType GENEVE = new NetworkType("geneve");
    /** A tunnel of GRE. */
    public static final NetworkType GRE = new NetworkType("gre");
    /** A VLAN of a physical network. */
    public static final NetworkType VLAN = new NetworkType("vlan");
    /** A physical network as it is. */
    public static final NetworkType FLAT = new NetworkType("flat");
    /** One host only. */
    public static final NetworkType LOCAL = new NetworkType("local");

    @Override
    public String toString() {
        return value;
    }
}
