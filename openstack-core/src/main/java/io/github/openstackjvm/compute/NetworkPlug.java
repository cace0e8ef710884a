package io.github.openstackjvm.compute;

import io.github.openstackjvm.network.Network;
import io.github.openstackjvm.network.Port;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Spec;

/** How a new server is plugged into a network. */
public final class NetworkPlug extends Spec<NetworkPlug> {

    /** By a new port on a network; it goes with the server. */
    public static NetworkPlug on(Ref<Network> network) {
        return new NetworkPlug().set("uuid", reference("uuid", Network.class, network));
    }

    /** By a new port on the network of this name or id; it goes with the server. */
    public static NetworkPlug on(String nameOrId) {
        return new NetworkPlug().set("uuid", reference("uuid", Network.class, nameOrId));
    }

    /** By an existing port; it outlives the server. */
    public static NetworkPlug by(Ref<Port> port) {
        return new NetworkPlug().set("port", reference("port", Port.class, port));
    }

    /** By the existing port of this name or id; it outlives the server. */
    public static NetworkPlug by(String nameOrId) {
        return new NetworkPlug().set("port", reference("port", Port.class, nameOrId));
    }

    /** The new port has this address. */
    public NetworkPlug fixedIp(String address) {
        return set("fixed_ip", address);
    }

    /** By which the guest finds it in its metadata. */
    @Since("2.42")
    public NetworkPlug tag(String tag) {
        return set("tag", tag, since(2, 42));
    }
}
