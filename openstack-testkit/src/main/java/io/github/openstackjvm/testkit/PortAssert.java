package io.github.openstackjvm.testkit;

import java.util.List;

/** Assertions about a port. */
public final class PortAssert extends ResourceAssert<PortAssert> {
    PortAssert(Found found) {
        super(found, PortAssert.class);
    }

    /** Its status is this one: {@code ACTIVE} or {@code DOWN}. */
    public PortAssert hasStatus(String status) {
        return has("status", status);
    }

    /** It is on the network of this name or id. */
    public PortAssert isOn(String network) {
        return refersTo("network_id", "network/networks", "network", network);
    }

    /** It has this address. */
    public PortAssert hasAddress(String address) {
        List<String> addresses = ServerAssert.addresses(row());
        return check(addresses.contains(address), "to have the address %s, but it has %s", address, addresses);
    }

    /** The server of this name or id has it. */
    public PortAssert isPluggedInto(String server) {
        return refersTo("device_id", "compute/servers", "server", server);
    }

    /** Nothing has it. */
    public PortAssert isFree() {
        return check(row().text("device_id").isEmpty(), "to be free, but %s has it", row().text("device_id"));
    }

    /** The security group of this name or id is at it. */
    public PortAssert hasSecurityGroup(String nameOrId) {
        List<String> groups = row().texts("security_groups");
        return check(
                groups.stream().anyMatch(id -> found().named("network/security_groups", id, nameOrId)),
                "to have the security group %s, but it has %s",
                nameOrId,
                names("network/security_groups", groups));
    }

    /** It has this tag. */
    public PortAssert hasTag(String tag) {
        return hasAmong("tags", "tag", tag);
    }
}
