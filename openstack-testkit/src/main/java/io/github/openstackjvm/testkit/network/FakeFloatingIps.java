package io.github.openstackjvm.testkit.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Caller;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** Floating IPs. Each has a port of its own outside, which only administrators see; as without agents, they stay down. */
public final class FakeFloatingIps extends NetworkResource {
    private static final List<Attribute> ATTRIBUTES = standard(
            Attribute.readOnly("id").sorts(),
            Attribute.given("floating_ip_address")
                    .through(Checks.thatOrNull(Checks::ip))
                    .sorts()
                    .policed(),
            Attribute.given("subnet_id").uuidOrNull().hidden(),
            Attribute.given("floating_network_id").uuid().required().sorts(),
            Attribute.readOnly("router_id").sorts(),
            Attribute.given("port_id").uuidOrNull().updatable().filters(),
            Attribute.given("fixed_ip_address")
                    .through(Checks.thatOrNull(Checks::ip))
                    .updatable()
                    .sorts(),
            Attribute.readOnly("status").sorts(),
            Attribute.given("dns_name").through(Checks.dns(false)).initially(""),
            Attribute.given("dns_domain").through(Checks.dns(true)).initially(""),
            Attribute.given("qos_policy_id").uuidOrNull().updatable().policed(),
            Attribute.readOnly("port_details"),
            Attribute.readOnly("port_forwardings"));

    FakeFloatingIps(FakeNetwork neutron) {
        super(neutron, "floatingip", ATTRIBUTES);
    }

    @Override
    public void routes(Routes routes) {
        super.routes(routes);
        new FakeTags(this).routes(routes);
    }

    @Override
    Map<String, Object> view(Call call, Row row) {
        Map<String, Object> view = row.pick("id");
        view.put("tenant_id", row.text("project_id"));
        view.putAll(row.pick(
                "floating_ip_address",
                "floating_network_id",
                "router_id",
                "port_id",
                "fixed_ip_address",
                "status",
                "description",
                "qos_policy_id"));
        Json.put(
                view,
                "port_details",
                neutron()
                        .ports()
                        .byId(row.text("port_id"))
                        .map(port -> port.pick(
                                "name",
                                "network_id",
                                "mac_address",
                                "admin_state_up",
                                "status",
                                "device_id",
                                "device_owner"))
                        .orElse(null));
        view.putAll(row.pick("dns_domain", "dns_name"));
        view.put("port_forwardings", neutron().portForwardings().briefly(row.id()));
        view.putAll(row.pick(STANDARD_VIEW));
        return view;
    }

    @Override
    Refusal missing(String id) {
        return noSuchFloatingIp(id);
    }

    static Refusal noSuchFloatingIp(String id) {
        return new Refusal(404, "FloatingIPNotFound", "Floating IP " + id + " could not be found");
    }

    private static Refusal bad(String words) {
        return new Refusal(400, "BadRequest", "Bad floatingip request: " + words + ".");
    }

    @Override
    Row add(Row row) {
        super.add(row);
        return row.set("status", "DOWN").set("router_id", null);
    }

    @Override
    void make(Call call, Row row) {
        String id = row.text("floating_network_id");
        Row network = neutron().networks().find(call, id).orElseThrow(() -> FakeNetworks.noSuchNetwork(id));
        if (!network.is("router:external")) {
            throw bad("Network " + id + " is not a valid external network");
        }
        if (neutron().subnets().of(id).stream().noneMatch(subnet -> subnet.is("ip_version", 4))) {
            throw bad("Network " + id + " does not contain any IPv4 subnet");
        }
        try {
            neutron().checkQosPolicy(call, row);
        } catch (Refusal unknown) {
            // Neutron notices only when its database refuses.
            throw FakeNetwork.stumbled();
        }
        Map<String, Object> wanted = Json.map();
        if (row.get("subnet_id") != null) {
            wanted.put("subnet_id", row.text("subnet_id"));
        }
        if (row.get("floating_ip_address") != null) {
            wanted.put("ip_address", row.text("floating_ip_address"));
        }
        Row outside = neutron()
                .ports()
                .makeOwn(
                        Row.of("project_id", "", "device_id", row.id(), "device_owner", "network:floatingip"),
                        network,
                        wanted.isEmpty() ? null : List.of(wanted));
        outside.set("status", "N/A");
        row.set("floating_port_id", outside.id());
        String ip = FakePorts.addresses(outside).stream()
                .filter(fixed -> !fixed.ip().ipv6())
                .map(fixed -> fixed.ip().toString())
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        400,
                        "ExternalIpAddressExhausted",
                        "Unable to find any IP address on external network " + id + "."));
        row.set("floating_ip_address", ip);
        String port = row.text("port_id");
        row.set("port_id", null);
        associate(call, row, port, row.get("fixed_ip_address"));
    }

    /** Has a floating IP stand for an address of a port, or with an empty port for none. */
    private void associate(Call call, Row row, String id, @Nullable Object address) {
        if (!id.isEmpty()) {
            Row port = neutron().ports().find(call, id).orElseThrow(() -> FakePorts.noSuchPort(id));
            associate(call.caller(), row, port, address);
        } else if (address != null) {
            throw bad("fixed_ip_address cannot be specified without a port_id");
        } else {
            part(row);
        }
    }

    private void part(Row row) {
        row.set("port_id", null).set("fixed_ip_address", null);
        if (neutron().portForwardings().of(row.id()).isEmpty()) {
            row.set("router_id", null);
        }
    }

    private void associate(Caller caller, Row row, Row port, @Nullable Object address) {
        String id = port.id();
        if (!port.is("project_id", row.get("project_id")) && !caller.admin()) {
            throw bad("Cannot process floating IP association with Port " + id
                    + ", since that port is owned by a different tenant");
        }
        FakePorts.Fixed fixed = chosen(port, address);
        Row subnet =
                neutron().subnets().byId(fixed.subnet()).orElseThrow(() -> FakeSubnets.noSuchSubnet(fixed.subnet()));
        String external = row.text("floating_network_id");
        Row router = neutron()
                .routers()
                .between(subnet, external)
                .orElseThrow(() -> new Refusal(
                        404,
                        "ExternalGatewayForFloatingIPNotFound",
                        "External network " + external + " is not reachable from subnet " + subnet.id()
                                + ".  Therefore, cannot associate Port " + id + " with a Floating IP."));
        String inside = fixed.ip().toString();
        if (!row.is("port_id", id)
                && all().any(other -> other.is("port_id", id)
                        && other.is("fixed_ip_address", inside)
                        && other.is("floating_network_id", external))) {
            throw new Refusal(
                    409,
                    "FloatingIPPortAlreadyAssociated",
                    "Cannot associate floating IP " + row.text("floating_ip_address") + " (" + row.id()
                            + ") with port " + id + " using fixed IP " + inside
                            + ", as that fixed IP already has a floating IP on external network " + external + ".");
        }
        row.set("port_id", id).set("fixed_ip_address", inside).set("router_id", router.id());
    }

    private static FakePorts.Fixed chosen(Row port, @Nullable Object address) {
        if (address != null) {
            if (String.valueOf(address).contains(":")) {
                throw bad("Cannot process floating IP association with " + address
                        + ", since that is not an IPv4 address");
            }
            return FakePorts.addresses(port).stream()
                    .filter(fixed -> fixed.ip().toString().equals(address))
                    .findFirst()
                    .orElseThrow(() -> bad("Port " + port.id() + " does not have fixed ip " + address));
        }
        List<FakePorts.Fixed> some = new ArrayList<>(FakePorts.addresses(port));
        some.removeIf(fixed -> fixed.ip().ipv6());
        if (some.isEmpty()) {
            throw bad("Cannot add floating IP to port " + port.id() + " that has no fixed IPv4 addresses");
        }
        if (some.size() > 1) {
            throw bad("Port " + port.id()
                    + " has multiple fixed IPv4 addresses.  Must provide a specific IPv4 address when assigning a "
                    + "floating IP");
        }
        return some.get(0);
    }

    @Override
    void checkUpdate(Call call, Row row, Map<String, Object> changes) {
        if (changes.containsKey("qos_policy_id")) {
            neutron().checkQosPolicy(call, new Row(changes));
        }
        if (changes.get("port_id") != null) {
            neutron().portForwardings().checkUnused(row);
        }
    }

    @Override
    void checkDelete(Call call, Row row) {
        neutron().portForwardings().checkUnused(row);
    }

    @Override
    void change(Call call, Row row, Map<String, Object> changes) {
        Object address = changes.get("fixed_ip_address");
        String port = changes.containsKey("port_id")
                ? Optional.ofNullable(changes.get("port_id"))
                        .map(Object::toString)
                        .orElse("")
                : row.text("port_id");
        associate(call, row, port, address);
        changes.keySet().removeAll(List.of("port_id", "fixed_ip_address"));
        forgetPolicy(row);
        super.change(call, row, changes);
    }

    /** Neutron forgets the policy with every update that does not name it. */
    private static void forgetPolicy(Row row) {
        row.set("qos_policy_id", null);
    }

    /** Somebody asks another service to have a floating IP stand for an address of a port, or for none. */
    void move(Caller caller, Row row, @Nullable Row port, @Nullable String address) {
        if (port == null) {
            part(row);
        } else {
            associate(caller, row, port, address);
        }
        forgetPolicy(row);
        touch(row);
    }

    @Override
    void release(Row row) {
        neutron().ports().byId(row.text("floating_port_id")).ifPresent(neutron().ports()::drop);
    }

    /** A port is gone, and what stood for it stands for nothing. */
    void forgetPort(String port) {
        all().where("port_id", port).forEach(row -> {
            part(row);
            touch(row);
        });
    }

    /** Whether a router carries packets for an address of this subnet. */
    boolean needs(Row router, Row subnet) {
        return all().any(row -> row.is("router_id", router.id())
                && neutron()
                        .ports()
                        .byId(row.text("port_id"))
                        .filter(port -> FakePorts.addresses(port).stream()
                                .anyMatch(fixed -> fixed.subnet().equals(subnet.id())
                                        && fixed.ip().toString().equals(row.text("fixed_ip_address"))))
                        .isPresent());
    }
}
