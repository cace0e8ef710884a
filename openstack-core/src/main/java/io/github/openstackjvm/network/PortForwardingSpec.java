package io.github.openstackjvm.network;

import java.util.List;

import io.github.openstackjvm.resource.Ref;

/** A port of a floating IP that is to stand for a port inside. */
public final class PortForwardingSpec extends PortForwardingFields<PortForwardingSpec> {

    /** TCP to this port outside goes to an address and port inside. */
    public static PortForwardingSpec tcp(int externalPort, Ref<Port> port, String ip, int internalPort) {
        return new PortForwardingSpec()
                .protocol(IpProtocol.TCP)
                .externalPort(externalPort)
                .internalPort(port)
                .internalIpAddress(ip)
                .internalPortNumber(internalPort);
    }

    /** UDP to this port outside goes to an address and port inside. */
    public static PortForwardingSpec udp(int externalPort, Ref<Port> port, String ip, int internalPort) {
        return tcp(externalPort, port, ip, internalPort).protocol(IpProtocol.UDP);
    }

    @Override
    protected List<String> required() {
        return List.of("protocol", "internal_port_id", "internal_ip_address");
    }

    /** What can be changed of it. */
    public static final class Update extends PortForwardingFields<Update> {}
}
