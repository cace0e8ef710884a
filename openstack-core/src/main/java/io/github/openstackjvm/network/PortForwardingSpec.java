package io.github.openstackjvm.network;

import java.util.List;

import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Spec;

/** A port of a floating IP that is to stand for a port inside. */
public final class PortForwardingSpec extends Spec<PortForwardingSpec> {

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

    /** Such as TCP. */
    public PortForwardingSpec protocol(IpProtocol protocol) {
        return set("protocol", protocol);
    }

    /** The port outside. */
    public PortForwardingSpec externalPort(int port) {
        return set("external_port", port);
    }

    /** The ports outside, such as {@code 8000:8010}. */
    public PortForwardingSpec externalPortRange(String range) {
        return set("external_port_range", range);
    }

    /** The port of the network inside, by name or id. */
    public PortForwardingSpec internalPort(String nameOrId) {
        return ref("internal_port_id", Port.class, nameOrId);
    }

    /** The port of the network inside. */
    public PortForwardingSpec internalPort(Ref<Port> port) {
        return ref("internal_port_id", Port.class, port);
    }

    /** The port number inside. */
    public PortForwardingSpec internalPortNumber(int port) {
        return set("internal_port", port);
    }

    /** The port numbers inside, such as {@code 8000:8010}. */
    public PortForwardingSpec internalPortRange(String range) {
        return set("internal_port_range", range);
    }

    /** The address inside. */
    public PortForwardingSpec internalIpAddress(String ip) {
        return set("internal_ip_address", ip);
    }

    /** For people. */
    public PortForwardingSpec description(String description) {
        return set("description", description);
    }

    @Override
    protected List<String> required() {
        return List.of("protocol", "internal_port_id", "internal_ip_address");
    }

    /** What can be changed of it. */
    public static final class Update extends Spec<Update> {

        /** Such as TCP. */
        public Update protocol(IpProtocol protocol) {
            return set("protocol", protocol);
        }

        /** The port outside. */
        public Update externalPort(int port) {
            return set("external_port", port);
        }

        /** The ports outside, such as {@code 8000:8010}. */
        public Update externalPortRange(String range) {
            return set("external_port_range", range);
        }

        /** The port of the network inside, by name or id. */
        public Update internalPort(String nameOrId) {
            return ref("internal_port_id", Port.class, nameOrId);
        }

        /** The port of the network inside. */
        public Update internalPort(Ref<Port> port) {
            return ref("internal_port_id", Port.class, port);
        }

        /** The port number inside. */
        public Update internalPortNumber(int port) {
            return set("internal_port", port);
        }

        /** The port numbers inside, such as {@code 8000:8010}. */
        public Update internalPortRange(String range) {
            return set("internal_port_range", range);
        }

        /** The address inside. */
        public Update internalIpAddress(String ip) {
            return set("internal_ip_address", ip);
        }

        /** For people. */
        public Update description(String description) {
            return set("description", description);
        }
    }
}
