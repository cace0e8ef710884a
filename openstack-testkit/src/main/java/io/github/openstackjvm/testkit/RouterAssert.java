package io.github.openstackjvm.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Row;

/** Assertions about a router. */
public final class RouterAssert extends ResourceAssert<RouterAssert> {
    RouterAssert(Found found) {
        super(found, RouterAssert.class);
    }

    /** It leads out into the network of this name or id. */
    public RouterAssert hasGateway(String network) {
        Object out = gateway().map(port -> port.get("network_id")).orElse(null);
        return check(
                found().named("network/networks", out, network),
                "to lead out into %s, but it leads into <%s>",
                network,
                found().nameOf("network/networks", out));
    }

    /** It leads nowhere outside. */
    public RouterAssert hasNoGateway() {
        return check(gateway().isEmpty(), "to have no gateway");
    }

    private Optional<Row> gateway() {
        return found().in("network/ports").find(row().text("gw_port_id"));
    }

    /** It is plugged into the subnet of this name or id. */
    public RouterAssert hasInterface(String subnet) {
        String id = row().id();
        List<String> subnets = interfaces(found()).stream()
                .filter(port -> port.is("device_id", id))
                .flatMap(port -> subnets(port).stream())
                .toList();
        return check(
                subnets.stream().anyMatch(each -> found().named("network/subnets", each, subnet)),
                "to have an interface in %s, but it has them in %s",
                subnet,
                names("network/subnets", subnets));
    }

    /** It sends what is for this range to this address. */
    public RouterAssert hasRoute(String destination, String nextHop) {
        return check(
                row().get("routes") instanceof List<?> routes
                        && routes.contains(Map.of("destination", destination, "nexthop", nextHop)),
                "to have a route to %s by %s, but it has %s",
                destination,
                nextHop,
                row().get("routes"));
    }

    /** It has this tag. */
    public RouterAssert hasTag(String tag) {
        return hasAmong("tags", "tag", tag);
    }

    static List<Row> interfaces(Found found) {
        return found.where("network/ports", "device_owner", "network:router_interface");
    }

    static List<String> subnets(Row port) {
        List<String> subnets = new ArrayList<>();
        if (port.get("fixed_ips") instanceof List<?> fixed) {
            fixed.forEach(each -> subnets.add(String.valueOf(Json.object(each).get("subnet_id"))));
        }
        return subnets;
    }
}
