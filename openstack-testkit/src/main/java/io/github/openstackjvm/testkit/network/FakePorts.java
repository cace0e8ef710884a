package io.github.openstackjvm.testkit.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Motion;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/**
 * Ports: where something is plugged into a network, with its addresses. A port that is bound to a host becomes active: a
 * transition of the kind {@code port}.
 */
public final class FakePorts extends NetworkResource {
    private static final Set<String> ROUTER_INTERFACES = Set.of(
            "network:router_interface",
            "network:ha_router_replicated_interface",
            "network:router_interface_distributed");
    private static final Set<String> ROUTER_OWNED = Set.of(
            "network:router_interface",
            "network:ha_router_replicated_interface",
            "network:router_interface_distributed",
            "network:router_gateway",
            "network:floatingip");
    private static final String[] VNIC_TYPES = {
        "normal",
        "direct",
        "macvtap",
        "baremetal",
        "direct-physical",
        "virtio-forwarder",
        "smart-nic",
        "vdpa",
        "accelerator-direct",
        "accelerator-direct-physical",
        "remote-managed"
    };

    private static final List<Attribute> ATTRIBUTES = standard(
            Attribute.readOnly("id").sorts(),
            Attribute.given("name").text(255).initially("").updatable().sorts(),
            Attribute.given("network_id").uuid().required().sorts(),
            Attribute.given("admin_state_up").flag().initially(true).updatable().sorts(),
            Attribute.given("mac_address")
                    .through(FakePorts::mac)
                    .absent()
                    .updatable()
                    .sorts()
                    .policed(),
            Attribute.given("fixed_ips")
                    .through(Checks.that(Checks::fixedIps))
                    .absent()
                    .updatable()
                    .filters()
                    .policed(),
            Attribute.given("device_id").text(255).initially("").updatable().sorts(),
            Attribute.given("device_owner")
                    .text(255)
                    .initially("")
                    .updatable()
                    .sorts()
                    .policed(),
            Attribute.readOnly("status").sorts(),
            Attribute.given("allowed_address_pairs")
                    .through(Checks::addressPairs)
                    .absent()
                    .updatable()
                    .policed(),
            Attribute.given("dns_name").through(Checks.dns(false)).initially("").updatable(),
            Attribute.readOnly("dns_assignment"),
            Attribute.given("dns_domain")
                    .through(Checks.dns(true))
                    .initially("")
                    .updatable(),
            Attribute.given("extra_dhcp_opts").through(Checks::dhcpOptions).updatable(),
            Attribute.readOnly("ip_allocation").sorts(),
            Attribute.given("device_profile").textOrNull(255),
            Attribute.given("numa_affinity_policy").through(FakePorts::numa).updatable(),
            Attribute.readOnly("resource_request"),
            Attribute.given("port_security_enabled").flag().absent().updatable().policed(),
            Attribute.readOnly("binding:vif_type"),
            Attribute.readOnly("binding:vif_details"),
            Attribute.given("binding:vnic_type")
                    .oneOf(VNIC_TYPES)
                    .initially("normal")
                    .updatable()
                    .policed(),
            Attribute.given("binding:host_id").absent().updatable().filters().policed(),
            Attribute.given("binding:profile")
                    .through(Checks.thatOrNull(Checks::dict))
                    .absent()
                    .updatable()
                    .policed(),
            Attribute.given("qos_policy_id").uuidOrNull().updatable().policed(),
            Attribute.readOnly("qos_network_policy_id"),
            Attribute.given("propagate_uplink_status").flag().initially(true),
            Attribute.given("security_groups")
                    .through(FakePorts::groups)
                    .absent()
                    .updatable()
                    .filters());

    /** An address of a port. */
    record Fixed(String subnet, Ip ip) {}

    FakePorts(FakeNetwork neutron) {
        super(neutron, "port", ATTRIBUTES);
        neutron.world().motion().tell(neutron.region(), "port", new Motion.Arrival() {
            @Override
            public void done(String id, String what) {
                all().find(id).ifPresent(port -> {
                    port.set("status", "ACTIVE");
                    touch(port);
                });
            }

            @Override
            public void failed(String id, String what, String words) {
                all().find(id).ifPresent(port -> port.set("binding:vif_type", "binding_failed"));
            }
        });
    }

    private static @Nullable Object mac(@Nullable Object name, @Nullable Object value) {
        // Null has Neutron choose one, as if nothing was said.
        return Checks.thatOrNull(Checks::mac).apply(name, value);
    }

    private static @Nullable Object numa(@Nullable Object name, @Nullable Object value) {
        if (value != null && !Set.of("required", "preferred", "legacy").contains(value)) {
            throw Attribute.invalid(name, value + " is not in valid_values");
        }
        return value;
    }

    private static Object groups(@Nullable Object name, @Nullable Object value) {
        Object list = value == null ? List.of() : value;
        return Objects.requireNonNull(Checks.that(Checks.items(Checks::uuid)).apply(name, list));
    }

    @Override
    public void routes(Routes routes) {
        super.routes(routes);
        new FakeTags(this).routes(routes);
    }

    private PortSecurity security() {
        return new PortSecurity(neutron());
    }

    /** Those of a network. */
    List<Row> on(String network) {
        return all().where("network_id", network);
    }

    static boolean isRouterPort(Row port) {
        return ROUTER_INTERFACES.contains(port.text("device_owner"));
    }

    static List<Fixed> addresses(Row port) {
        List<Fixed> addresses = new ArrayList<>();
        if (port.get("fixed_ips") instanceof List<?> list) {
            for (Object each : list) {
                Map<String, Object> fixed = Json.object(each);
                addresses.add(new Fixed(
                        String.valueOf(fixed.get("subnet_id")), Ip.of(String.valueOf(fixed.get("ip_address")))));
            }
        }
        return addresses;
    }

    /** What ports show of themselves. */
    PortView view() {
        return new PortView(neutron());
    }

    @Override
    Map<String, Object> view(Call call, Row row) {
        return view().of(row);
    }

    @Override
    Map<String, Object> shown(Call call, Row row) {
        neutron().world().motion().read(neutron().region(), "port", row.id());
        return super.shown(call, row);
    }

    @Override
    Refusal missing(String id) {
        return noSuchPort(id);
    }

    static Refusal noSuchPort(String id) {
        return new Refusal(404, "PortNotFound", "Port " + id + " could not be found.");
    }

    @Override
    boolean visible(Call call, Row row) {
        return super.visible(call, row) || isNetworkOf(row, call.caller().projectId());
    }

    private boolean isNetworkOf(Row port, String project) {
        return neutron()
                .networks()
                .all()
                .find(port.text("network_id"))
                .filter(network -> network.is("project_id", project))
                .isPresent();
    }

    @Override
    @Nullable
    Object filterValue(Call call, Row row, String name) {
        if (!name.equals("fixed_ips")) {
            return row.get(name);
        }
        return (Predicate<String>) wanted -> {
            String[] pair = wanted.split("=", 2);
            if (pair.length < 2 || pair[0].isBlank()) {
                throw Checks.input("'" + wanted + "' is not of the form <key>=[value]");
            }
            List<Fixed> all = addresses(row);
            return switch (pair[0].strip()) {
                case "ip_address" ->
                    all.stream().anyMatch(fixed -> fixed.ip().toString().equals(pair[1].strip()));
                case "ip_address_substr" ->
                    all.stream().anyMatch(fixed -> fixed.ip().toString().contains(pair[1].strip()));
                case "subnet_id" ->
                    all.stream().anyMatch(fixed -> fixed.subnet().equals(pair[1].strip()));
                default -> true; // what Neutron does not know there, it does not look at
            };
        };
    }

    @Override
    void checkPlace(Call call, Row row) {
        neutron().checkNetworkOwner(call, row, "port");
    }

    @Override
    void make(Call call, Row row) {
        String project = row.text("project_id");
        neutron().ensureDefaultGroup(project);
        checkRouterOwner(call, row, row);
        Row network = neutron()
                .networks()
                .find(call, row.text("network_id"))
                .orElseThrow(() -> FakeNetworks.noSuchNetwork(row.text("network_id")));
        plug(row, network);
        neutron().checkQosPolicy(call, row);
        security().first(call, row, network);
        neutron().portBindings().bind(row);
        touch(row);
    }

    /** Gives a port its hardware address and addresses of the network. */
    private void plug(Row row, Row network) {
        if (row.get("mac_address") == null) {
            row.set("mac_address", neutron().newMac());
        } else {
            checkMac(row, row.text("mac_address"));
        }
        boolean chosen = row.fields().containsKey("fixed_ips");
        Object wanted = row.get("fixed_ips");
        row.set("fixed_ips", new ArrayList<Object>()).set("status", "DOWN");
        new Allocation(neutron(), row).first(network, chosen ? wanted : null);
        row.set("ip_allocation", chosen && Objects.equals(wanted, List.of()) ? "none" : "immediate");
    }

    private void checkMac(Row row, String mac) {
        if (all().any(port -> port.is("network_id", row.get("network_id"))
                && port.is("mac_address", mac)
                && !port.id().equals(row.id()))) {
            throw new Refusal(
                    409,
                    "MacAddressInUse",
                    "Unable to complete operation for network " + row.text("network_id") + ". The mac address " + mac
                            + " is in use.");
        }
    }

    private void checkRouterOwner(Call call, Row port, Row wanted) {
        String device = wanted.text("device_id");
        if (ROUTER_INTERFACES.contains(wanted.text("device_owner"))
                && !call.caller().admin()
                && !device.isEmpty()) {
            neutron()
                    .collection("routers")
                    .find(device)
                    .filter(router -> !router.is("project_id", port.get("project_id")))
                    .ifPresent(router -> {
                        throw new Refusal(
                                409,
                                "DeviceIDNotOwnedByTenant",
                                "The following device_id " + device
                                        + " is not owned by your tenant or matches another tenants router.");
                    });
        }
    }

    @Override
    void release(Row row) {
        neutron().world().motion().forget(neutron().region(), "port", row.id());
        addresses(row).forEach(fixed -> neutron().addresses().release(fixed.subnet(), fixed.ip()));
    }

    @Override
    void checkUpdate(Call call, Row row, Map<String, Object> changes) {
        Row after = new Row(row.fields());
        changes.forEach(after::set);
        String mac = after.text("mac_address");
        if (changes.get("mac_address") != null && !mac.equals(row.text("mac_address"))) {
            if (row.text("device_owner").startsWith("network:")) {
                throw new Refusal(
                        409,
                        "UnsupportedPortDeviceOwner",
                        "Operation mac address update is not supported for device_owner " + row.text("device_owner")
                                + " on port " + row.id() + ".");
            }
            if (!Set.of("unbound", "binding_failed").contains(row.text("binding:vif_type"))) {
                throw new Refusal(
                        409,
                        "PortBound",
                        "Unable to complete operation on port " + row.id() + ", port is already bound, port type: "
                                + row.text("binding:vif_type") + ", old_mac " + row.text("mac_address") + ", new_mac "
                                + mac + ".");
            }
            checkMac(row, mac);
        } else {
            changes.remove("mac_address");
        }
        if (changes.containsKey("device_owner") || changes.containsKey("device_id")) {
            checkRouterOwner(call, row, after);
        }
        if (changes.containsKey("qos_policy_id")) {
            neutron().checkQosPolicy(call, after);
        }
        security().check(call, after, changes);
    }

    @Override
    boolean countsAlways() {
        return true;
    }

    @Override
    boolean tellsLate(Row row, Map<String, Object> changes) {
        return changes.entrySet().stream().allMatch(change -> switch (change.getKey()) {
            case "allowed_address_pairs" -> row.is(change.getKey(), change.getValue());
            case "fixed_ips" -> asNow(row, change.getValue());
            default -> false;
        });
    }

    private static boolean asNow(Row row, @Nullable Object wanted) {
        Set<Object> now = new HashSet<>();
        addresses(row).forEach(fixed -> now.add(fixed.ip().toString()));
        Set<Object> then = new HashSet<>();
        if (wanted instanceof List<?> list) {
            list.forEach(each -> then.add(Json.object(each).getOrDefault("ip_address", "")));
        }
        return now.equals(then);
    }

    @Override
    void change(Call call, Row row, Map<String, Object> changes) {
        if (changes.containsKey("fixed_ips")) {
            new Allocation(neutron(), row).change(changes.get("fixed_ips"), false);
            changes.remove("fixed_ips");
        }
        Object options = row.get("extra_dhcp_opts");
        String host = row.text("binding:host_id");
        String type = row.text("binding:vnic_type");
        super.change(call, row, changes);
        if (changes.containsKey("extra_dhcp_opts")) {
            PortSecurity.setOptions(row, options, changes.get("extra_dhcp_opts"));
        }
        if (changes.containsKey("allowed_address_pairs")) {
            PortSecurity.setPairs(row, changes.get("allowed_address_pairs"));
        }
        if (row.get("binding:profile") == null) {
            row.set("binding:profile", Json.map());
        }
        if (!host.equals(row.text("binding:host_id")) || !type.equals(row.text("binding:vnic_type"))) {
            neutron().portBindings().bind(row);
        }
    }

    @Override
    void checkDelete(Call call, Row row) {
        String owner = row.text("device_owner");
        boolean inUse = neutron()
                .collection(owner.equals("network:floatingip") ? "floatingips" : "routers")
                .has(row.text("device_id"));
        if (ROUTER_OWNED.contains(owner) && inUse && !addresses(row).isEmpty()) {
            throw new Refusal(
                    409,
                    "ServicePortInUse",
                    "Port " + row.id() + " cannot be deleted directly via the port API: has device owner " + owner
                            + ".");
        }
        neutron().trunks().checkFree(row);
    }

    @Override
    void deleted(Row row) {
        neutron().floatingIps().forgetPort(row.id());
        neutron().portForwardings().forgetPort(row.id());
    }

    /** A port that Neutron makes itself, for a router or a floating IP. */
    Row makeOwn(Row port, Row network, @Nullable Object fixedIps) {
        port.set("network_id", network.id())
                .set("admin_state_up", true)
                .set("binding:vnic_type", "normal")
                .set("propagate_uplink_status", true)
                .set("port_security_enabled", false)
                .set("security_groups", List.of())
                .set("allowed_address_pairs", List.of())
                .set("extra_dhcp_opts", List.of())
                .set("qos_policy_id", null)
                .set("dns_name", "")
                .set("dns_domain", "")
                .set("description", "");
        for (String name : List.of("name", "device_id", "device_owner")) {
            port.set(name, port.text(name));
        }
        if (fixedIps != null) {
            port.set("fixed_ips", fixedIps);
        }
        add(port);
        try {
            plug(port, network);
        } catch (Refusal refusal) {
            all().remove(port.id());
            release(port);
            throw refusal;
        }
        neutron().portBindings().bind(port);
        touch(port);
        return port;
    }

    /** Neutron changes the addresses of a port of its own. */
    void changeAddresses(Row port, @Nullable Object fixedIps) {
        new Allocation(neutron(), port).change(fixedIps, true);
        touch(port);
    }

    /** A port gets one more address, of this subnet. */
    void addAddress(Row port, Row subnet) {
        new Allocation(neutron(), port).add(subnet);
        touch(port);
    }

    /** A port loses its addresses of a subnet which is gone. */
    void dropAddresses(Row port, String subnet) {
        if (addresses(port).stream().anyMatch(fixed -> fixed.subnet().equals(subnet))) {
            new Allocation(neutron(), port).drop(subnet);
            touch(port);
        }
    }

    /** A port is plugged into a device on a host, or with an empty host no longer. */
    void bindTo(Row port, String device, String owner, String host) {
        port.set("device_id", device).set("device_owner", owner).set("binding:host_id", host);
        neutron().portBindings().bind(port);
        touch(port);
    }

    Optional<Row> byId(String id) {
        return all().find(id);
    }
}
