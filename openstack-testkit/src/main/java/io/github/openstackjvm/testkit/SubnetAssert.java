package io.github.openstackjvm.testkit;

/** Assertions about a subnet. */
public final class SubnetAssert extends ResourceAssert<SubnetAssert> {
    SubnetAssert(Found found) {
        super(found, SubnetAssert.class);
    }

    /** It is of the network of this name or id. */
    public SubnetAssert isOn(String network) {
        return refersTo("network_id", "network/networks", "network", network);
    }

    /** Its range is this one, such as {@code 10.0.0.0/24}. */
    public SubnetAssert hasCidr(String cidr) {
        return has("cidr", cidr);
    }

    /** The router's address in it is this one. */
    public SubnetAssert hasGateway(String address) {
        return has("gateway_ip", address);
    }

    /** It tells its servers this name server. */
    public SubnetAssert hasNameServer(String address) {
        return hasAmong("dns_nameservers", "name server", address);
    }

    /** It tells its servers their addresses. */
    public SubnetAssert hasDhcp() {
        return has("enable_dhcp", true);
    }

    /** The router of this name or id is plugged into it. */
    public SubnetAssert isPluggedInto(String router) {
        String id = row().id();
        return check(
                RouterAssert.interfaces(found()).stream()
                        .anyMatch(port -> found().named("network/routers", port.get("device_id"), router)
                                && RouterAssert.subnets(port).contains(id)),
                "to be plugged into the router %s",
                router);
    }

    /** It has this tag. */
    public SubnetAssert hasTag(String tag) {
        return hasAmong("tags", "tag", tag);
    }
}
