package io.github.openstackjvm.network;

import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Spec;

/**
 * What can be said of a port forwarding when it is made and later.
 *
 * @param <S> the specification itself
 */
public abstract sealed class PortForwardingFields<S extends PortForwardingFields<S>> extends Spec<S>
        permits PortForwardingSpec, PortForwardingSpec.Update {
    PortForwardingFields() {}

    /** Such as TCP. */
    public final S protocol(IpProtocol protocol) {
        return set("protocol", protocol);
    }

    /** The port outside. */
    public final S externalPort(int port) {
        return set("external_port", port);
    }

    /** The ports outside, such as {@code 8000:8010}. */
    public final S externalPortRange(String range) {
        return set("external_port_range", range);
    }

    /** The port of the network inside, by name or id. */
    public final S internalPort(String nameOrId) {
        return ref("internal_port_id", Port.class, nameOrId);
    }

    /** The port of the network inside. */
    public final S internalPort(Ref<Port> port) {
        return ref("internal_port_id", Port.class, port);
    }

    /** The port number inside. */
    public final S internalPortNumber(int port) {
        return set("internal_port", port);
    }

    /** The port numbers inside, such as {@code 8000:8010}. */
    public final S internalPortRange(String range) {
        return set("internal_port_range", range);
    }

    /** The address inside. */
    public final S internalIpAddress(String ip) {
        return set("internal_ip_address", ip);
    }

    /** For people. */
    public final S description(String description) {
        return set("description", description);
    }
}
