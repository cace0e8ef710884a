package io.github.openstackjvm.testkit;

import java.util.List;

import io.github.openstackjvm.testkit.engine.Row;

/** Assertions about a network. */
public final class NetworkAssert extends ResourceAssert<NetworkAssert> {
    NetworkAssert(Found found) {
        super(found, NetworkAssert.class);
    }

    /** It is one of those from which floating IPs come. */
    public NetworkAssert isExternal() {
        return has("router:external", true);
    }

    /** It is none of those from which floating IPs come. */
    public NetworkAssert isInternal() {
        return has("router:external", false);
    }

    /** It has the subnet of this name or id. */
    public NetworkAssert hasSubnet(String nameOrId) {
        List<String> subnets = found().where("network/subnets", "network_id", row().id()).stream()
                .map(Row::id)
                .toList();
        return check(
                subnets.stream().anyMatch(id -> found().named("network/subnets", id, nameOrId)),
                "to have the subnet %s, but it has %s",
                nameOrId,
                names("network/subnets", subnets));
    }

    /** It has no ports but those of its own routers and services: no server is on it. */
    public NetworkAssert hasNoServers() {
        List<String> servers = found().where("network/ports", "network_id", row().id()).stream()
                .filter(port -> port.text("device_owner").startsWith("compute:"))
                .map(port -> port.text("device_id"))
                .toList();
        return check(servers.isEmpty(), "to have no servers, but it has %s", names("compute/servers", servers));
    }

    /** Packets may be so long. */
    public NetworkAssert hasMtu(int bytes) {
        return has("mtu", bytes);
    }

    /** It has this tag. */
    public NetworkAssert hasTag(String tag) {
        return hasAmong("tags", "tag", tag);
    }
}
