package io.github.openstackjvm.compute;

import java.util.Map;

import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Until;
import io.github.openstackjvm.resource.VersionRange;

/** Security groups of servers; and addresses, which Nova gave them until 2.43: later, ports and floating IPs do. */
public abstract sealed class ServerNetworking extends ServerMoves permits ServerUpkeep {
    private static final VersionRange GONE = VersionRange.until(2, 43);

    ServerNetworking(Binding<Api> binding) {
        super(binding);
    }

    /** Puts a security group, by name or id, on all its ports. {@code addSecurityGroup}. */
    public void addSecurityGroup(Ref<Server> ref, String nameOrId) {
        act(ref, Body.action("addSecurityGroup", Map.of("name", nameOrId)));
    }

    /** The same for the one with this id. */
    public void addSecurityGroup(String id, String nameOrId) {
        addSecurityGroup(Ref.id(id), nameOrId);
    }

    /** Takes a security group, by name or id, off all its ports. {@code removeSecurityGroup}. */
    public void removeSecurityGroup(Ref<Server> ref, String nameOrId) {
        act(ref, Body.action("removeSecurityGroup", Map.of("name", nameOrId)));
    }

    /** The same for the one with this id. */
    public void removeSecurityGroup(String id, String nameOrId) {
        removeSecurityGroup(Ref.id(id), nameOrId);
    }

    /** Gives it one more address of the network with this id. {@code addFixedIp}. */
    @Until("2.43")
    public void addFixedIp(Ref<Server> ref, String networkId) {
        act(ref, Body.action("addFixedIp", Map.of("networkId", networkId)).needing("addFixedIp", GONE));
    }

    /** The same for the one with this id. */
    @Until("2.43")
    public void addFixedIp(String id, String networkId) {
        addFixedIp(Ref.id(id), networkId);
    }

    /** Takes this address from it. {@code removeFixedIp}. */
    @Until("2.43")
    public void removeFixedIp(Ref<Server> ref, String address) {
        act(ref, Body.action("removeFixedIp", Map.of("address", address)).needing("removeFixedIp", GONE));
    }

    /** The same for the one with this id. */
    @Until("2.43")
    public void removeFixedIp(String id, String address) {
        removeFixedIp(Ref.id(id), address);
    }

    /** Points this floating address to it; later a floating IP does that with its port. {@code addFloatingIp}. */
    @Until("2.43")
    public void addFloatingIp(Ref<Server> ref, String address) {
        act(ref, Body.action("addFloatingIp", Map.of("address", address)).needing("addFloatingIp", GONE));
    }

    /** The same for the one with this id. */
    @Until("2.43")
    public void addFloatingIp(String id, String address) {
        addFloatingIp(Ref.id(id), address);
    }

    /** Points this floating address to this fixed one of its addresses. {@code addFloatingIp}. */
    @Until("2.43")
    public void addFloatingIp(Ref<Server> ref, String address, String fixedAddress) {
        act(
                ref,
                Body.action("addFloatingIp", Map.of("address", address, "fixed_address", fixedAddress))
                        .needing("addFloatingIp", GONE));
    }

    /** The same for the one with this id. */
    @Until("2.43")
    public void addFloatingIp(String id, String address, String fixedAddress) {
        addFloatingIp(Ref.id(id), address, fixedAddress);
    }

    /** Points this floating address to it no more. {@code removeFloatingIp}. */
    @Until("2.43")
    public void removeFloatingIp(Ref<Server> ref, String address) {
        act(ref, Body.action("removeFloatingIp", Map.of("address", address)).needing("removeFloatingIp", GONE));
    }

    /** The same for the one with this id. */
    @Until("2.43")
    public void removeFloatingIp(String id, String address) {
        removeFloatingIp(Ref.id(id), address);
    }

    /** Sets up its network on its host again. {@code resetNetwork}. For administrators; clouds since 2020 refuse it with status 410. */
    public void resetNetwork(Ref<Server> ref) {
        act(ref, Body.action("resetNetwork", null));
    }

    /** The same for the one with this id. */
    public void resetNetwork(String id) {
        resetNetwork(Ref.id(id));
    }

    /** Puts the settings of its network into the guest again, on VMware; elsewhere nothing happens. {@code injectNetworkInfo}. For administrators. */
    public void injectNetworkInfo(Ref<Server> ref) {
        act(ref, Body.action("injectNetworkInfo", null));
    }

    /** The same for the one with this id. */
    public void injectNetworkInfo(String id) {
        injectNetworkInfo(Ref.id(id));
    }
}
