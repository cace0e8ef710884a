package io.github.openstackjvm.testkit.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Python;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** Ports of a floating IP, each of which stands for one inside. Below the floating IP. */
public final class FakePortForwardings extends NetworkResource {
    private static final List<String> SIDES = List.of("external_port", "internal_port");

    private static final List<Attribute> ATTRIBUTES = List.of(
            Attribute.readOnly("id").sorts(),
            number("external_port").sorts(),
            number("internal_port"),
            range("external_port_range").sorts(),
            range("internal_port_range"),
            Attribute.given("internal_ip_address")
                    .through(Checks.that(Checks::ip))
                    .required()
                    .updatable(),
            Attribute.given("protocol")
                    .through(Checks::protocol)
                    .required()
                    .updatable()
                    .sorts(),
            Attribute.given("internal_port_id").uuid().required().updatable().sorts(),
            Attribute.given("description").text(255).initially("").updatable().sorts());

    FakePortForwardings(FakeNetwork neutron) {
        super(neutron, "port_forwarding", ATTRIBUTES);
    }

    private static Attribute number(String name) {
        return Attribute.given(name)
                .through(Checks.orNull(Checks.range(1, 65535)))
                .updatable();
    }

    private static Attribute range(String name) {
        return Attribute.given(name).through(FakePortForwardings::portRange).updatable();
    }

    private static @Nullable Object portRange(@Nullable Object name, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        String[] ports = value.toString().split(":", -1);
        for (String port : ports) {
            if (ports.length > 2 || port.isEmpty()) {
                throw Attribute.invalid(name, "Port range must be two integers separated by a colon");
            }
            if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65535) {
                throw Attribute.invalid(name, "Invalid port: " + port);
            }
        }
        if (Integer.parseInt(ports[0]) > Integer.parseInt(ports[ports.length - 1])) {
            throw Attribute.invalid(name, "First port in a port range must be lower than the second port");
        }
        return value.toString();
    }

    @Override
    String path() {
        return "/floatingips/{floatingip}/port_forwardings";
    }

    @Override
    String policyName() {
        return "floatingip_port_forwarding";
    }

    @Override
    void prepare(Call call) {
        floatingIp(call);
    }

    private Row floatingIp(Call call) {
        String id = call.param("floatingip");
        return neutron().floatingIps().find(call, id).orElseThrow(() -> FakeFloatingIps.noSuchFloatingIp(id));
    }

    @Override
    boolean visible(Call call, Row row) {
        return row.is("floatingip_id", call.param("floatingip"));
    }

    @Override
    Map<String, Object> view(Call call, Row row) {
        Map<String, Object> view = row.pick(
                "id",
                "external_port",
                "external_port_range",
                "protocol",
                "internal_port_id",
                "internal_ip_address",
                "internal_port",
                "internal_port_range",
                "description");
        // What has a range has no single port; of one just made, that is said.
        for (String name : SIDES) {
            if (view.get(name) == null && !call.route().method().name().equals("POST")) {
                view.remove(name);
            }
        }
        return view;
    }

    @Override
    Refusal missing(String id) {
        return new Refusal(404, "PortForwardingNotFound", "Port Forwarding " + id + " could not be found.");
    }

    private static Refusal bad(String words) {
        return new Refusal(400, "BadRequest", "Bad port_forwarding request: " + words + ".");
    }

    /** Those of a floating IP. */
    List<Row> of(String floatingIp) {
        return all().where("floatingip_id", floatingIp);
    }

    @Override
    void make(Call call, Row row) {
        Row ip = floatingIp(call);
        row.set("floatingip_id", ip.id()).set("project_id", ip.get("project_id"));
        setRanges(row);
        checkCollisions(row, SIDES);
        checkFree(row);
        if (ip.get("port_id") != null) {
            throw new Refusal(
                    409,
                    "FloatingIPPortAlreadyAssociated",
                    "Cannot associate floating IP " + ip.text("floating_ip_address") + " (" + ip.id() + ") with port "
                            + row.text("internal_port_id") + " using fixed IP " + row.text("internal_ip_address")
                            + ", as that fixed IP already has a floating IP on external network "
                            + ip.text("floating_network_id") + ".");
        }
        Row router = routerFor(call, row, ip);
        checkRouter(row, ip, router);
        ip.set("router_id", router.id());
        neutron().floatingIps().touch(ip);
    }

    // Each is kept as a range, of one port or of many.
    private static void setRanges(Row row) {
        for (String side : SIDES) {
            if (row.get(side) != null) {
                row.set(side + "_range", row.text(side) + ":" + row.text(side));
            } else if (row.get(side + "_range") != null) {
                String range = row.text(side + "_range");
                String[] ends = range.split(":", -1);
                row.set(side + "_range", ends[0] + ":" + ends[ends.length - 1]);
                row.set(side, ends[0].equals(ends[ends.length - 1]) ? Integer.valueOf(ends[0]) : null);
            } else {
                // Neutron cannot tell what is missing here.
                throw FakeNetwork.stumbled();
            }
        }
    }

    private void checkCollisions(Row row, List<String> sides) {
        int inside = sides.contains("internal_port") ? length(row.text("internal_port_range")) : 0;
        int outside = sides.contains("external_port") ? length(row.text("external_port_range")) : 0;
        if (inside > 0 && inside != outside) {
            throw bad("Invalid ranges of internal and/or external ports. The relation between internal and external "
                    + "ports must be N-N or 1-N");
        }
        if (sides.contains("internal_port")) {
            all().where("protocol", row.text("protocol")).stream()
                    .filter(other -> other.is("internal_port_id", row.get("internal_port_id"))
                            && other.is("internal_ip_address", row.get("internal_ip_address")))
                    .forEach(other -> checkCollision(other, row, "internal_port_range"));
        }
        if (sides.contains("external_port")) {
            of(row.text("floatingip_id")).stream()
                    .filter(other -> other.is("protocol", row.get("protocol")))
                    .forEach(other -> checkCollision(other, row, "external_port_range"));
        }
    }

    private static void checkCollision(Row other, Row row, String side) {
        String one = other.text(side);
        String two = row.text(side);
        if (!other.is("id", row.get("id")) && first(one) <= last(two) && first(two) <= last(one)) {
            throw bad("There is a port collision with the " + side + ". The following ranges collides: " + one + " and "
                    + two);
        }
    }

    private static int length(String range) {
        return last(range) - first(range);
    }

    private static int first(String range) {
        return Integer.parseInt(range.substring(0, range.indexOf(':')));
    }

    private static int last(String range) {
        return Integer.parseInt(range.substring(range.indexOf(':') + 1));
    }

    private void checkFree(Row row) {
        neutron()
                .floatingIps()
                .all()
                .first("port_id", row.text("internal_port_id"))
                .ifPresent(ip -> {
                    if (row.get("internal_ip_address") == null) {
                        // Neutron looks for it in the request to say so.
                        throw FakeNetwork.stumbled();
                    }
                    throw new Refusal(
                            409,
                            "PortHasBindingFloatingIP",
                            "Cannot create port forwarding to floating IP " + ip.text("floating_ip_address") + " ("
                                    + ip.id()
                                    + ") with port " + row.text("internal_port_id") + " using fixed IP "
                                    + row.text("internal_ip_address")
                                    + ", as that port already has a binding floating IP.");
                });
    }

    private Row routerFor(Call call, Row row, Row ip) {
        String id = row.text("internal_port_id");
        Row port = neutron().ports().find(call, id).orElseThrow(() -> FakePorts.noSuchPort(id));
        List<FakePorts.Fixed> addresses = FakePorts.addresses(port).stream()
                .filter(fixed -> !fixed.ip().ipv6())
                .toList();
        if (addresses.isEmpty()) {
            throw bad("Requested internal port " + id + " must allocate an IPv4 address at least");
        }
        if (row.get("internal_ip_address") == null) {
            row.set("internal_ip_address", addresses.get(0).ip().toString());
        }
        FakePorts.Fixed address = addresses.stream()
                .filter(fixed -> fixed.ip().toString().equals(row.text("internal_ip_address")))
                .findFirst()
                .orElseThrow(() -> bad("Requested internal IP address " + row.text("internal_ip_address")
                        + " is not suitable for internal neutron port " + id + ", as its fixed_ips are "
                        + Python.repr(shown(addresses))));
        Row subnet = neutron().subnets().byId(address.subnet()).orElseThrow();
        return neutron()
                .routers()
                .between(subnet, ip.text("floating_network_id"))
                .orElseThrow(() -> bad("External network " + ip.text("floating_network_id")
                        + " is not reachable from subnet " + subnet.id() + ". Cannot set Port forwarding for port "
                        + id + " with Floating IP " + ip.id()));
    }

    private static List<Object> shown(List<FakePorts.Fixed> addresses) {
        return addresses.stream()
                .<Object>map(fixed -> Json.map(
                        "subnet_id", fixed.subnet(), "ip_address", fixed.ip().toString()))
                .toList();
    }

    private static void checkRouter(Row row, Row ip, Row router) {
        if (ip.get("router_id") != null && !ip.is("router_id", router.id())) {
            throw bad("The Floating IP " + ip.id() + " had been set on router " + ip.text("router_id")
                    + ", the internal Neutron port " + row.text("internal_port_id") + " can not reach it");
        }
    }

    @Override
    void change(Call call, Row row, Map<String, Object> changes) {
        Row ip = floatingIp(call);
        if (changes.get("internal_port_id") != null) {
            Row wanted = new Row(new LinkedHashMap<>(changes));
            checkFree(wanted);
            if (!wanted.is("internal_port_id", row.get("internal_port_id"))) {
                checkRouter(wanted, ip, routerFor(call, wanted, ip));
                changes.put("internal_ip_address", wanted.text("internal_ip_address"));
            }
        }
        Row after = new Row(row.fields());
        List<String> given = SIDES.stream()
                .filter(side -> changes.containsKey(side) || changes.containsKey(side + "_range"))
                .toList();
        for (String side : given) {
            after.set(changes.containsKey(side) ? side + "_range" : side, null);
        }
        changes.forEach(after::set);
        setRanges(after);
        checkAddress(after);
        checkTwins(after, ip);
        checkCollisions(after, given);
        after.fields().forEach(row::set);
    }

    private void checkAddress(Row row) {
        List<FakePorts.Fixed> addresses = neutron()
                .ports()
                .byId(row.text("internal_port_id"))
                .map(FakePorts::addresses)
                .orElse(List.of());
        if (addresses.stream().noneMatch(fixed -> fixed.ip().toString().equals(row.text("internal_ip_address")))) {
            throw bad("The internal IP does not correspond to an address on the internal port, which has fixed_ips "
                    + Python.repr(shown(addresses)));
        }
    }

    // Those with a range have no single port, and so Neutron takes any two of them on one side for the same.
    private void checkTwins(Row row, Row ip) {
        for (Row other : of(ip.id())) {
            if (other.id().equals(row.id()) || !other.is("protocol", row.get("protocol"))) {
                continue;
            }
            if (other.is("external_port", row.get("external_port"))) {
                throw twin(Json.map(
                        "floating_ip_address", ip.text("floating_ip_address"),
                        "external_port", other.get("external_port")));
            }
            if (other.is("internal_port_id", row.get("internal_port_id"))
                    && other.is("internal_ip_address", row.get("internal_ip_address"))
                    && other.is("internal_port", row.get("internal_port"))) {
                throw twin(other.pick("internal_port_id", "internal_ip_address", "internal_port"));
            }
        }
    }

    private static Refusal twin(Map<String, Object> same) {
        return bad("Another port forwarding entry with the same attributes already exists, conflicting values are "
                + Python.repr(same));
    }

    @Override
    void deleted(Row row) {
        String ip = row.text("floatingip_id");
        if (of(ip).isEmpty()) {
            neutron().floatingIps().all().find(ip).ifPresent(one -> one.set("router_id", null));
        }
    }

    /** What a floating IP shows of its own. */
    List<Map<String, Object>> briefly(String floatingIp) {
        return of(floatingIp).stream()
                .map(row -> {
                    Map<String, Object> view = row.pick(
                            "id",
                            "protocol",
                            "internal_ip_address",
                            "internal_port_id",
                            "internal_port",
                            "external_port");
                    view.values().removeIf(Objects::isNull);
                    return view;
                })
                .toList();
    }

    /** Refuses what cannot be done to a floating IP whose ports stand for others. */
    void checkUnused(Row floatingIp) {
        if (!of(floatingIp.id()).isEmpty()) {
            throw new Refusal(
                    409,
                    "FipInUseByPortForwarding",
                    "Floating IP " + floatingIp.id() + " in use by Port Forwarding resources.");
        }
    }

    /** A port is gone, and what stood for it. */
    void forgetPort(String port) {
        all().where("internal_port_id", port).forEach(this::drop);
    }
}
