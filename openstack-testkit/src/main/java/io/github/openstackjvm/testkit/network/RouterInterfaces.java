package io.github.openstackjvm.testkit.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;

/** Joins routers to subnets, and takes them from there. */
final class RouterInterfaces {
    private static final String OWNER = "network:router_interface";

    private final FakeRouters routers;
    private final FakeNetwork neutron;

    RouterInterfaces(FakeRouters routers) {
        this.routers = routers;
        this.neutron = routers.neutron();
    }

    FakeResponse add(Call call, Row router) {
        Map<String, Object> wanted = wanted(call);
        if (wanted.containsKey("port_id") && wanted.containsKey("subnet_id")) {
            throw routers.bad("Cannot specify both subnet-id and port-id");
        }
        Row port = wanted.containsKey("port_id")
                ? addPort(call, router, String.valueOf(wanted.get("port_id")))
                : addSubnet(call, router, String.valueOf(wanted.get("subnet_id")));
        routers.touch(router);
        List<String> subnets = subnetsOf(port);
        String last = wanted.containsKey("port_id")
                ? subnets.get(subnets.size() - 1)
                : String.valueOf(wanted.get("subnet_id"));
        return answer(router, port, last, wanted.containsKey("port_id") ? subnets : List.of(last));
    }

    private Map<String, Object> wanted(Call call) {
        Map<String, Object> wanted = NetworkBody.json(call);
        if (!wanted.containsKey("port_id") && !wanted.containsKey("subnet_id")) {
            throw routers.bad("Either subnet_id or port_id must be specified");
        }
        for (String key : List.of("port_id", "subnet_id")) {
            String complaint = wanted.containsKey(key) ? Checks.uuid(wanted.get(key)) : null;
            if (complaint != null) {
                throw routers.bad(complaint);
            }
        }
        return wanted;
    }

    private static List<String> subnetsOf(Row port) {
        return FakePorts.addresses(port).stream()
                .map(FakePorts.Fixed::subnet)
                .distinct()
                .toList();
    }

    private FakeResponse answer(Row router, Row port, String subnet, List<String> subnets) {
        return Json.reply(
                200,
                Json.map(
                        "id",
                        router.id(),
                        "tenant_id",
                        port.text("project_id"),
                        "port_id",
                        port.id(),
                        "network_id",
                        port.text("network_id"),
                        "subnet_id",
                        subnet,
                        "subnet_ids",
                        subnets));
    }

    private Row addPort(Call call, Row router, String id) {
        Row port = neutron.ports().find(call, id).orElseThrow(() -> FakePorts.noSuchPort(id));
        if (!port.text("device_id").isEmpty()) {
            throw new Refusal(
                    409,
                    "PortInUse",
                    "Unable to complete operation on port " + id + " for network " + port.text("network_id")
                            + ". Port already has an attached device " + port.text("device_id") + ".");
        }
        if (FakePorts.addresses(port).isEmpty()) {
            throw routers.bad("Router port must have at least one fixed IP");
        }
        List<Row> subnets = subnetsOf(port).stream()
                .map(subnet -> neutron.subnets().byId(subnet).orElseThrow(() -> FakeSubnets.noSuchSubnet(subnet)))
                .toList();
        routers.checkOverlap(router, subnets);
        if (subnets.stream().filter(subnet -> subnet.is("ip_version", 4)).count() > 1) {
            throw routers.bad("Cannot have multiple IPv4 subnets on router port");
        }
        port.set("device_id", router.id())
                .set("device_owner", OWNER)
                .set("port_security_enabled", false)
                .set("security_groups", List.of());
        neutron.ports().touch(port);
        return port;
    }

    private Row addSubnet(Call call, Row router, String id) {
        Row subnet = neutron.subnets().find(call, id).orElseThrow(() -> FakeSubnets.noSuchSubnet(id));
        if (subnet.get("gateway_ip") == null) {
            throw routers.bad("Subnet for router interface must have a gateway IP");
        }
        String project = call.caller().projectId();
        if (!subnet.is("project_id", project)
                && !call.caller().admin()
                && !neutron.sharing().named("network", subnet.text("network_id"), project)) {
            throw routers.bad("Cannot add interface to router because subnet " + id
                    + " is not owned by project making the request");
        }
        routers.checkOverlap(router, List.of(subnet));
        Map<String, Object> address =
                Json.map("subnet_id", id, "ip_address", Objects.requireNonNull(subnet.get("gateway_ip")));
        // One port of a router carries all IPv6 subnets of a network.
        Row shared = subnet.is("ip_version", 6)
                ? routers.interfacesOf(router).stream()
                        .filter(port -> port.is("network_id", subnet.get("network_id")))
                        .filter(port -> FakePorts.addresses(port).stream()
                                .anyMatch(fixed -> fixed.ip().ipv6()))
                        .findFirst()
                        .orElse(null)
                : null;
        if (shared != null) {
            neutron.ports().changeAddresses(shared, with(shared, address));
            return shared;
        }
        Row network = neutron.networks()
                .all()
                .find(subnet.text("network_id"))
                .orElseThrow(() -> FakeNetworks.noSuchNetwork(subnet.text("network_id")));
        Row port = neutron.ports()
                .makeOwn(
                        Row.of(
                                "project_id", router.text("project_id"),
                                "device_id", router.id(),
                                "device_owner", OWNER),
                        network,
                        List.of(address));
        neutron.ports().touch(port);
        return port;
    }

    private static List<Object> with(Row port, Map<String, Object> address) {
        List<Object> addresses = without(port, "");
        addresses.add(address);
        return addresses;
    }

    private static List<Object> without(Row port, String subnet) {
        List<Object> rest = new ArrayList<>();
        for (FakePorts.Fixed fixed : FakePorts.addresses(port)) {
            if (!fixed.subnet().equals(subnet)) {
                rest.add(Json.map(
                        "subnet_id", fixed.subnet(), "ip_address", fixed.ip().toString()));
            }
        }
        return rest;
    }

    FakeResponse remove(Call call, Row router) {
        Map<String, Object> wanted = wanted(call);
        Object subnet = wanted.get("subnet_id");
        FakeResponse answer = wanted.containsKey("port_id")
                ? removePort(router, String.valueOf(wanted.get("port_id")), subnet == null ? "" : subnet.toString())
                : removeSubnet(call, router, String.valueOf(subnet));
        routers.touch(router);
        return answer;
    }

    private FakeResponse removePort(Row router, String id, String subnet) {
        Row port = routers.interfacesOf(router).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        404,
                        "RouterInterfaceNotFound",
                        "Router " + router.id() + " does not have an interface with id " + id));
        List<String> subnets = subnetsOf(port);
        if (!subnet.isEmpty() && !subnets.contains(subnet)) {
            throw new Refusal(
                    400,
                    "SubnetMismatchForPort",
                    "Subnet on port " + id + " does not match the requested subnet " + subnet + ".");
        }
        subnets.forEach(each -> checkNotNeeded(router, each));
        FakeResponse answer = answer(router, port, subnets.get(0), subnets);
        neutron.ports().drop(port);
        return answer;
    }

    private FakeResponse removeSubnet(Call call, Row router, String id) {
        Row subnet = neutron.subnets().find(call, id).orElseThrow(() -> FakeSubnets.noSuchSubnet(id));
        List<Row> there = routers.interfacesOf(router).stream()
                .filter(port -> port.is("network_id", subnet.get("network_id")))
                .toList();
        if (!there.isEmpty()) {
            checkNotNeeded(router, id);
        }
        Row port = there.stream()
                .filter(each -> subnetsOf(each).contains(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        404,
                        "RouterInterfaceNotFoundForSubnet",
                        "Router " + router.id() + " has no interface on subnet " + id));
        FakeResponse answer = answer(router, port, id, List.of(id));
        if (subnetsOf(port).size() > 1) {
            neutron.ports().changeAddresses(port, without(port, id));
        } else {
            neutron.ports().drop(port);
        }
        return answer;
    }

    private void checkNotNeeded(Row router, String id) {
        Row subnet = neutron.subnets().byId(id).orElseThrow(() -> FakeSubnets.noSuchSubnet(id));
        Cidr cidr = Cidr.of(subnet.text("cidr"));
        if (router.get("routes") instanceof List<?> routes
                && routes.stream()
                        .anyMatch(route -> cidr.contains(
                                Ip.of(String.valueOf(Json.object(route).get("nexthop")))))) {
            throw new Refusal(
                    409,
                    "RouterInterfaceInUseByRoute",
                    "Router interface for subnet " + id + " on router " + router.id()
                            + " cannot be deleted, as it is required by one or more routes.");
        }
        if (neutron.floatingIps().needs(router, subnet)) {
            throw new Refusal(
                    409,
                    "RouterInterfaceInUseByFloatingIP",
                    "Router interface for subnet " + id + " on router " + router.id()
                            + " cannot be deleted, as it is required by one or more floating IPs.");
        }
    }
}
