package io.github.openstackjvm.testkit.network;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Python;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** Routers. Their gateways and interfaces are ports like others; as without agents, these stay down. */
public final class FakeRouters extends NetworkResource {
    private static final String GATEWAY = "external_gateway_info";
    private static final List<String> GATEWAY_KEYS =
            List.of("network_id", "enable_snat", "external_fixed_ips", "qos_policy_id");

    private static final List<Attribute> ATTRIBUTES = standard(
            Attribute.readOnly("id").sorts(),
            Attribute.given("name").text(255).initially("").updatable().sorts(),
            Attribute.given("admin_state_up").flag().initially(true).updatable().sorts(),
            Attribute.readOnly("status").sortsOnly(),
            Attribute.given(GATEWAY).through(FakeRouters::gateway).updatable().policed(),
            Attribute.given("distributed")
                    .through(Checks.orNull((name, value) -> Checks.flag(value)))
                    .absent()
                    .updatable()
                    .policed(),
            Attribute.given("ha")
                    .through(Checks.orNull((name, value) -> Checks.flag(value)))
                    .absent()
                    .updatable()
                    .policed(),
            Attribute.updateOnly("routes").through(FakeRouters::routeList),
            Attribute.given("flavor_id")
                    .through(FakeRouters::flavor)
                    .absent()
                    .sortsOnly()
                    .policed(),
            Attribute.readOnly("conntrack_helpers"),
            Attribute.readOnly("availability_zones"),
            Attribute.given("availability_zone_hints")
                    .through(Checks.that(Checks.items(Checks::text)))
                    .initially(List.of()));

    FakeRouters(FakeNetwork neutron) {
        super(neutron, "router", ATTRIBUTES);
    }

    /** What a gateway may say; nothing, as {@code {}}, is none. */
    private static @Nullable Object gateway(@Nullable Object name, @Nullable Object value) {
        if (value == null || value.equals(Map.of())) {
            return null;
        }
        if (!(value instanceof Map)) {
            throw Attribute.invalid(name, "'" + Python.str(value) + "' is not a dictionary");
        }
        Map<String, Object> given = Json.object(value);
        if (!given.containsKey("network_id")) {
            throw Attribute.invalid(
                    name,
                    "Validation of dictionary's keys failed. Expected keys: {'network_id'} Provided keys: {"
                            + String.join(
                                    ", ",
                                    given.keySet().stream().map(Python::repr).toList()) + "}");
        }
        List<String> unknown = given.keySet().stream()
                .filter(key -> !GATEWAY_KEYS.contains(key))
                .toList();
        if (!unknown.isEmpty()) {
            throw Attribute.invalid(name, "Unexpected keys supplied: " + String.join(", ", unknown));
        }
        Map<String, Object> gateway = Json.map();
        given.forEach((key, each) -> Json.put(gateway, key, gatewayValue(name, key, each)));
        return gateway;
    }

    private static @Nullable Object gatewayValue(@Nullable Object name, String key, @Nullable Object value) {
        return switch (key) {
            case "network_id" -> Checks.that(Checks::uuid).apply(name, value);
            case "enable_snat" -> Checks.flag(value);
            case "external_fixed_ips" -> Checks.that(Checks::fixedIps).apply(name, value);
            default -> Checks.thatOrNull(Checks::uuid).apply(name, value);
        };
    }

    /** Without a plugin that brings routers of several kinds, there are no flavors of them. */
    private static @Nullable Object flavor(@Nullable Object name, @Nullable Object value) {
        throw new Refusal(404, "FlavorNotFound", "Flavor " + Python.str(value) + " could not be found.");
    }

    private static Object routeList(@Nullable Object name, @Nullable Object value) {
        Object list = value == null ? List.of() : value;
        return Objects.requireNonNull(Checks.that(Checks::routes).apply(name, list));
    }

    @Override
    public void routes(Routes routes) {
        super.routes(routes);
        new FakeTags(this).routes(routes);
        routes.put("/routers/{id}/add_router_interface", call -> new RouterInterfaces(this).add(call, get(call)));
        routes.put("/routers/{id}/remove_router_interface", call -> new RouterInterfaces(this).remove(call, get(call)));
        routes.put("/routers/{id}/add_extraroutes", call -> changeRoutes(call, true));
        routes.put("/routers/{id}/remove_extraroutes", call -> changeRoutes(call, false));
    }

    @Override
    Map<String, Object> view(Call call, Row row) {
        Map<String, Object> view = row.pick("id", "name");
        view.put("tenant_id", row.text("project_id"));
        view.putAll(row.pick("admin_state_up", "status"));
        Json.put(
                view,
                GATEWAY,
                gatewayOf(row).map(port -> gatewayView(row, port)).orElse(null));
        view.putAll(row.pick("description"));
        view.put("availability_zones", List.of());
        view.putAll(row.pick("distributed", "ha", "availability_zone_hints", "routes", "flavor_id"));
        view.put("conntrack_helpers", neutron().conntrackHelpers().of(row.id()));
        view.putAll(row.pick(STANDARD_VIEW));
        return view;
    }

    private static Map<String, Object> gatewayView(Row router, Row port) {
        Map<String, Object> view = Json.map(
                "network_id",
                port.text("network_id"),
                "external_fixed_ips",
                port.get("fixed_ips"),
                "enable_snat",
                !router.is("enable_snat", false));
        Json.put(view, "qos_policy_id", router.get("gateway_qos_policy_id"));
        if (router.get("gateway_qos_policy_id") == null) {
            view.remove("qos_policy_id");
        }
        return view;
    }

    @Override
    Refusal missing(String id) {
        return noSuchRouter(id);
    }

    static Refusal noSuchRouter(String id) {
        return new Refusal(404, "RouterNotFound", "Router " + id + " could not be found");
    }

    Refusal bad(String words) {
        return new Refusal(400, "BadRequest", "Bad router request: " + words + ".");
    }

    /** The router's port outside. */
    Optional<Row> gatewayOf(Row router) {
        return neutron().ports().all().find(router.text("gw_port_id"));
    }

    /** The router's ports inside. */
    List<Row> interfacesOf(Row router) {
        return neutron().ports().all().where(port -> port.is("device_id", router.id()) && FakePorts.isRouterPort(port));
    }

    /** All of the router's ports. */
    List<Row> portsOf(Row router) {
        List<Row> ports = new ArrayList<>(interfacesOf(router));
        gatewayOf(router).ifPresent(ports::add);
        return ports;
    }

    @Override
    void make(Call call, Row row) {
        Map<String, Object> gateway = row.object(GATEWAY);
        neutron().checkZones("router", row.get("availability_zone_hints"));
        row.set("status", "ACTIVE").set("routes", List.of());
        for (String mode : List.of("distributed", "ha")) {
            row.set(mode, row.is(mode));
        }
        row.set("flavor_id", row.get("flavor_id")).set(GATEWAY, null);
        touch(row);
        if (!gateway.isEmpty()) {
            setGateway(call, row, gateway);
            touch(row);
        }
    }

    @Override
    void release(Row row) {
        gatewayOf(row).ifPresent(neutron().ports()::drop);
        neutron().conntrackHelpers().forget(row.id());
    }

    @Override
    void change(Call call, Row row, Map<String, Object> changes) {
        if (changes.containsKey("routes")) {
            checkRoutes(row, (List<?>) Objects.requireNonNull(changes.get("routes")));
        }
        if (changes.containsKey(GATEWAY)) {
            Map<String, Object> gateway = Json.object(changes.remove(GATEWAY));
            if (!gateway.isEmpty()) {
                setGateway(call, row, gateway);
                touch(row);
            } else if (gatewayOf(row).isPresent()) {
                dropGateway(row, "");
                touch(row);
                touch(row);
            }
        }
        super.change(call, row, changes);
    }

    @Override
    void checkUpdate(Call call, Row row, Map<String, Object> changes) {
        // Routes that stay as they are change nothing, the revision neither.
        changes.entrySet().removeIf(change -> change.getKey().equals("routes") && row.is("routes", change.getValue()));
        for (String mode : List.of("distributed", "ha")) {
            Object wanted = changes.get(mode);
            if (wanted != null && !row.is(mode, wanted) && row.is("admin_state_up")) {
                throw bad("Cannot " + (Boolean.TRUE.equals(wanted) ? "upgrade" : "downgrade") + " active router to "
                        + "be " + (mode.equals("ha") ? "highly available" : "distributed")
                        + ". Please set router admin_state_up to False prior to upgrade");
            }
        }
    }

    private void setGateway(Call call, Row router, Map<String, Object> gateway) {
        String id = String.valueOf(gateway.get("network_id"));
        Row network = neutron().networks().find(call, id).orElseThrow(() -> FakeNetworks.noSuchNetwork(id));
        if (!network.is("router:external")) {
            throw bad("Network " + id + " is not an external network");
        }
        List<?> wanted = gateway.get("external_fixed_ips") instanceof List<?> list ? list : List.of();
        List<Row> subnets = neutron().subnets().of(id);
        for (Object each : wanted) {
            Object ip = Json.object(each).get("ip_address");
            if (ip != null && subnets.stream().anyMatch(subnet -> subnet.is("gateway_ip", ip))) {
                throw bad("External IP " + ip + " is the same as the gateway IP");
            }
        }
        if (gateway.get("qos_policy_id") != null) {
            neutron().checkQosPolicy(call, new Row(gateway));
        }
        Row before = gatewayOf(router).orElse(null);
        if (before != null && before.is("network_id", id)) {
            if (!wanted.isEmpty() && !sameAddresses(before, wanted)) {
                neutron().ports().changeAddresses(before, wanted);
            }
        } else {
            dropGateway(router, id);
            checkOverlap(router, subnets);
            Row port = neutron()
                    .ports()
                    .makeOwn(
                            Row.of(
                                    "project_id", "",
                                    "device_id", router.id(),
                                    "device_owner", "network:router_gateway"),
                            network,
                            wanted.isEmpty() ? null : wanted);
            router.set("gw_port_id", port.id());
        }
        router.set("enable_snat", gateway.getOrDefault("enable_snat", true));
        if (gateway.containsKey("qos_policy_id")) {
            router.set("gateway_qos_policy_id", gateway.get("qos_policy_id"));
        }
    }

    private static boolean sameAddresses(Row port, List<?> wanted) {
        Set<Object> subnets = new LinkedHashSet<>();
        Set<Object> ips = new LinkedHashSet<>();
        Set<Object> wantedSubnets = new LinkedHashSet<>();
        Set<Object> wantedIps = new LinkedHashSet<>();
        for (FakePorts.Fixed fixed : FakePorts.addresses(port)) {
            subnets.add(fixed.subnet());
            ips.add(fixed.ip().toString());
        }
        for (Object each : wanted) {
            wantedSubnets.add(Json.object(each).get("subnet_id"));
            wantedIps.add(Json.object(each).get("ip_address"));
        }
        wantedSubnets.remove(null);
        wantedIps.remove(null);
        return subnets.equals(wantedSubnets) && ips.equals(wantedIps);
    }

    private void dropGateway(Row router, String newNetwork) {
        Row port = gatewayOf(router).orElse(null);
        if (port == null || port.is("network_id", newNetwork)) {
            return;
        }
        if (neutron().floatingIps().all().any(row -> row.is("router_id", router.id()))) {
            throw new Refusal(
                    409,
                    "RouterExternalGatewayInUseByFloatingIp",
                    "Gateway cannot be updated for router " + router.id() + ", since a gateway to external network "
                            + port.text("network_id") + " is required by one or more floating IPs.");
        }
        neutron().ports().drop(port);
        router.set("gw_port_id", null).set("gateway_qos_policy_id", null);
    }

    /** Refuses subnets that the router has already, or that share addresses with those it has. */
    void checkOverlap(Row router, List<Row> subnets) {
        Set<String> own = new LinkedHashSet<>();
        for (Row port : portsOf(router)) {
            for (FakePorts.Fixed fixed : FakePorts.addresses(port)) {
                if (subnets.stream().anyMatch(subnet -> subnet.id().equals(fixed.subnet()))) {
                    throw bad("Router already has a port on subnet " + fixed.subnet());
                }
                own.add(fixed.subnet());
            }
            if (port.is("device_owner", "network:router_gateway")) {
                neutron().subnets().of(port.text("network_id")).forEach(subnet -> own.add(subnet.id()));
            }
        }
        for (String id : own) {
            Row has = neutron().subnets().byId(id).orElseThrow(() -> FakeSubnets.noSuchSubnet(id));
            for (Row subnet : subnets) {
                if (Cidr.of(has.text("cidr")).overlaps(Cidr.of(subnet.text("cidr")))) {
                    throw bad("Cidr " + subnet.text("cidr") + " of subnet " + subnet.id() + " overlaps with cidr "
                            + has.text("cidr") + " of subnet " + id);
                }
            }
        }
    }

    private void checkRoutes(Row router, List<?> routes) {
        if (routes.size() > 30) {
            throw new Refusal(
                    400,
                    "RoutesExhausted",
                    "Unable to complete operation for " + router.id()
                            + ". The number of routes exceeds the maximum 30.");
        }
        List<FakePorts.Fixed> own = portsOf(router).stream()
                .flatMap(port -> FakePorts.addresses(port).stream())
                .toList();
        for (Object each : routes) {
            Ip hop = Ip.of(String.valueOf(Json.object(each).get("nexthop")));
            boolean reached = own.stream()
                    .map(fixed -> neutron().subnets().byId(fixed.subnet()))
                    .flatMap(Optional::stream)
                    .anyMatch(subnet -> Cidr.of(subnet.text("cidr")).contains(hop));
            if (!reached) {
                throw invalidRoutes(routes, "the nexthop is not connected with router");
            }
            if (own.stream().anyMatch(fixed -> fixed.ip().equals(hop))) {
                throw invalidRoutes(routes, "the nexthop is used by router");
            }
        }
    }

    private static Refusal invalidRoutes(List<?> routes, String reason) {
        return new Refusal(400, "InvalidRoutes", "Invalid format for routes: " + Python.repr(routes) + ", " + reason);
    }

    /** Adds routes, or removes them. What was not there is not missed, what was there is not added again. */
    private FakeResponse changeRoutes(Call call, boolean add) {
        Row router = get(call);
        if (!(Json.object(NetworkBody.json(call).get("router")).get("routes") instanceof List<?> given)) {
            throw FakeNetwork.stumbled();
        }
        List<?> before = (List<?>) Objects.requireNonNull(router.get("routes"));
        List<Object> routes = new ArrayList<>(before);
        for (Object each : given) {
            Map<String, Object> route = Json.object(each);
            String text = String.valueOf(route.get("destination"));
            String destination = Cidr.parse(text).map(Cidr::asGiven).orElse(text);
            if (add && Ip.parse(String.valueOf(route.get("nexthop"))).isEmpty()) {
                throw new Refusal(
                        400,
                        "AddrFormatError",
                        "failed to detect a valid IP address from " + Python.repr(route.get("nexthop")));
            }
            Map<String, Object> plain = Json.map("destination", destination, "nexthop", route.get("nexthop"));
            routes.remove(plain);
            if (add) {
                routes.add(plain);
            }
        }
        checkRoutes(router, routes);
        if (!routes.equals(before)) {
            router.set("routes", routes);
            touch(router);
        }
        // The policy that hides attributes does not see the answers of these two.
        Map<String, Object> view = view(call, router);
        Json.put(view, "gw_port_id", router.get("gw_port_id"));
        view.put("ha_vr_id", 0);
        return Json.reply(200, Json.map("router", view));
    }

    @Override
    void checkDelete(Call call, Row row) {
        List<Row> ports = interfacesOf(row);
        if (!ports.isEmpty()) {
            throw new Refusal(
                    409,
                    "RouterInUse",
                    "Router " + row.id() + " has ports still attached: "
                            + String.join(", ", ports.stream().map(Row::id).toList()));
        }
        gatewayOf(row).ifPresent(port -> {
            if (neutron().floatingIps().all().any(fip -> fip.is("router_id", row.id()))) {
                throw new Refusal(
                        409,
                        "RouterExternalGatewayInUseByFloatingIp",
                        "Gateway cannot be updated for router " + row.id() + ", since a gateway to external network "
                                + port.text("network_id") + " is required by one or more floating IPs.");
            }
        });
    }

    /** The router that joins a subnet to a network outside: the one that is the subnet's gateway, if there are several. */
    Optional<Row> between(Row subnet, String external) {
        List<Row> joined = all().where(router -> gatewayOf(router)
                        .filter(port -> port.is("network_id", external))
                        .isPresent()
                && interfacesOf(router).stream()
                        .flatMap(port -> FakePorts.addresses(port).stream())
                        .anyMatch(fixed -> fixed.subnet().equals(subnet.id())));
        return joined.stream()
                .filter(router -> interfacesOf(router).stream()
                        .flatMap(port -> FakePorts.addresses(port).stream())
                        .anyMatch(fixed -> fixed.ip().toString().equals(subnet.text("gateway_ip"))))
                .findFirst()
                .or(() -> joined.stream().findFirst());
    }
}
