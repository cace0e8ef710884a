package io.github.openstackjvm.testkit;

/** Assertions about a floating IP. */
public final class FloatingIpAssert extends ResourceAssert<FloatingIpAssert> {
    FloatingIpAssert(Found found) {
        super(found, FloatingIpAssert.class);
    }

    /** It comes from the network of this name or id. */
    public FloatingIpAssert isOn(String network) {
        return refersTo("floating_network_id", "network/networks", "network", network);
    }

    /** It leads to a port of the server of this name or id. */
    public FloatingIpAssert leadsTo(String server) {
        Object device = found().in("network/ports")
                .find(row().text("port_id"))
                .map(port -> port.get("device_id"))
                .orElse(null);
        return check(
                found().named("compute/servers", device, server),
                "to lead to the server %s, but it leads to <%s>",
                server,
                found().nameOf("compute/servers", device));
    }

    /** It leads to the port of this name or id. */
    public FloatingIpAssert leadsToPort(String nameOrId) {
        return refersTo("port_id", "network/ports", "port", nameOrId);
    }

    /** It leads nowhere. */
    public FloatingIpAssert isFree() {
        return has("port_id", null);
    }

    /** It has this tag. */
    public FloatingIpAssert hasTag(String tag) {
        return hasAmong("tags", "tag", tag);
    }
}
