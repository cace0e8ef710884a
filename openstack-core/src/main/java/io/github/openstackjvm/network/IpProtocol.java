package io.github.openstackjvm.network;

import io.github.openstackjvm.resource.OpenValue;

/**
 * A protocol above IP: a name, or its number as text.
 *
 * @param value as on the wire
 */
public record IpProtocol(String value) implements OpenValue {
    /** Transmission Control Protocol. */
    public static final IpProtocol TCP = new IpProtocol("tcp");
    /** User Datagram Protocol. */
    public static final IpProtocol UDP = new IpProtocol("udp");
    /** Control messages of IPv4. */
    public static final IpProtocol ICMP = new IpProtocol("icmp");
    /** Control messages of IPv6. */
    public static final IpProtocol ICMPV6 = new IpProtocol("ipv6-icmp");
    /** Stream Control Transmission Protocol. */
    public static final IpProtocol SCTP = new IpProtocol("sctp");

    @Override
    public String toString() {
        return value;
    }
}
