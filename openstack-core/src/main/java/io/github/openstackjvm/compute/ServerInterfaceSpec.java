package io.github.openstackjvm.compute;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.network.Network;
import io.github.openstackjvm.network.Port;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Spec;

/** A port to plug a server into a network with. Without any field: a new port on the only network of the project. */
public final class ServerInterfaceSpec extends Spec<ServerInterfaceSpec> {

    /** This port. It outlives the server. */
    public static ServerInterfaceSpec by(Ref<Port> port) {
        return new ServerInterfaceSpec().ref("port_id", Port.class, port);
    }

    /** The port of this name or id. It outlives the server. */
    public static ServerInterfaceSpec by(String nameOrId) {
        return new ServerInterfaceSpec().ref("port_id", Port.class, nameOrId);
    }

    /** A new port on this network. It goes with the server. */
    public static ServerInterfaceSpec on(Ref<Network> network) {
        return new ServerInterfaceSpec().ref("net_id", Network.class, network);
    }

    /** A new port on the network of this name or id. It goes with the server. */
    public static ServerInterfaceSpec on(String nameOrId) {
        return new ServerInterfaceSpec().ref("net_id", Network.class, nameOrId);
    }

    /** This port. It outlives the server. */
    public ServerInterfaceSpec port(Ref<Port> port) {
        return ref("port_id", Port.class, port);
    }

    /** The port of this name or id. It outlives the server. */
    public ServerInterfaceSpec port(String nameOrId) {
        return ref("port_id", Port.class, nameOrId);
    }

    /** A new port on this network. It goes with the server. */
    public ServerInterfaceSpec network(Ref<Network> network) {
        return ref("net_id", Network.class, network);
    }

    /** A new port on the network of this name or id. It goes with the server. */
    public ServerInterfaceSpec network(String nameOrId) {
        return ref("net_id", Network.class, nameOrId);
    }

    /** The new port has this address. Only with a network. */
    public ServerInterfaceSpec fixedIp(String address) {
        return set("fixed_ips", List.of(Map.of("ip_address", address)));
    }

    /** By which the guest finds it in its metadata. */
    @Since("2.49")
    public ServerInterfaceSpec tag(String tag) {
        return set("tag", tag, since(2, 49));
    }
}
