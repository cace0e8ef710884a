package io.github.openstackjvm.network;

import io.github.openstackjvm.resource.OpenValue;

/**
 * How hosts of an IPv6 subnet come by their addresses.
 *
 * @param value as on the wire
 */
public record Ipv6Mode(String value) implements OpenValue {
    /** By themselves, out of the announced prefix. */
    public static final Ipv6Mode SLAAC = new Ipv6Mode("slaac");
    /** By themselves, and the rest by DHCP. */
    public static final Ipv6Mode DHCPV6_STATELESS = new Ipv6Mode("dhcpv6-stateless");
    /** By DHCP. */
    public static final Ipv6Mode DHCPV6_STATEFUL = new Ipv6Mode("dhcpv6-stateful");

    @Override
    public String toString() {
        return value;
    }
}
