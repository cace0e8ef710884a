package io.github.openstackjvm.testkit.network;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.github.openstackjvm.testkit.HttpMethod;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Python;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** Networks: a project's own, those shared with it, and those outside. */
public final class FakeNetworks extends NetworkResource {
    private static final String EXTERNAL = "router:external";

    private static final List<Attribute> ATTRIBUTES = standard(
            Attribute.readOnly("id").sorts(),
            Attribute.given("name").text(255).initially("").updatable().sorts(),
            Attribute.readOnly("subnets"),
            Attribute.given("admin_state_up").flag().initially(true).updatable().sorts(),
            Attribute.readOnly("status").sorts(),
            Attribute.given("shared")
                    .flag()
                    .initially(false)
                    .updatable()
                    .filters()
                    .policed(),
            Attribute.readOnly("ipv4_address_scope"),
            Attribute.readOnly("ipv6_address_scope"),
            Attribute.given("is_default")
                    .flag()
                    .initially(false)
                    .updatable()
                    .filters()
                    .policed(),
            Attribute.given("dns_domain")
                    .through(Checks.dns(true))
                    .initially("")
                    .updatable(),
            Attribute.given(EXTERNAL)
                    .flag()
                    .initially(false)
                    .updatable()
                    .filters()
                    .policed(),
            Attribute.readOnly("l2_adjacency"),
            Attribute.given("segments").absent().updatable().policed(),
            Attribute.readOnly("availability_zones"),
            Attribute.given("availability_zone_hints")
                    .through(Checks.that(Checks.items(Checks::text)))
                    .initially(List.of())
                    .sortsOnly(),
            Attribute.given("mtu")
                    .through(Checks.nonNegative())
                    .initially(0)
                    .updatable()
                    .sorts()
                    .filters(Checks::integer)
                    .policed(),
            Attribute.given("port_security_enabled")
                    .flag()
                    .initially(true)
                    .updatable()
                    .policed(),
            Attribute.given("provider:network_type")
                    .text(32)
                    .absent()
                    .updatable()
                    .filters()
                    .policed(),
            Attribute.given("provider:physical_network")
                    .textOrNull(64)
                    .absent()
                    .updatable()
                    .filters()
                    .policed(),
            Attribute.given("provider:segmentation_id")
                    .through(Checks.orNull((name, value) -> Checks.integer(value)))
                    .absent()
                    .updatable()
                    .filters()
                    .policed(),
            Attribute.given("qos_policy_id").uuidOrNull().updatable().policed());

    FakeNetworks(FakeNetwork neutron) {
        super(neutron, "network", ATTRIBUTES);
    }

    @Override
    public void routes(Routes routes) {
        super.routes(routes);
        new FakeTags(this).routes(routes);
    }

    @Override
    Map<String, Object> view(Call call, Row row) {
        String project = call.caller().projectId();
        Map<String, Object> view = row.pick("id", "name");
        view.put("tenant_id", row.text("project_id"));
        view.putAll(row.pick("admin_state_up", "mtu", "status"));
        view.put(
                "subnets",
                neutron().subnets().of(row.id()).stream().map(Row::id).toList());
        view.put("shared", neutron().sharing().shared("network", row.id(), project));
        view.putAll(row.pick("availability_zone_hints"));
        view.put("availability_zones", List.of());
        view.put("ipv4_address_scope", scope(row, 4));
        view.put("ipv6_address_scope", scope(row, 6));
        view.putAll(row.pick(EXTERNAL, "description", "port_security_enabled", "qos_policy_id", "dns_domain"));
        view.put(
                "l2_adjacency",
                neutron().subnets().of(row.id()).stream().allMatch(each -> each.get("segment_id") == null));
        if (row.is(EXTERNAL) || call.request().method() == HttpMethod.POST) {
            view.putAll(row.pick("is_default"));
        }
        view.putAll(row.pick(STANDARD_VIEW));
        view.putAll(neutron().wires().view(row.id()));
        return view;
    }

    private @Nullable Object scope(Row network, int version) {
        return neutron().subnets().of(network.id()).stream()
                .filter(subnet -> subnet.number("ip_version") == version)
                .map(subnet -> neutron().collection("subnetpools").find(subnet.text("subnetpool_id")))
                .flatMap(Optional::stream)
                .map(pool -> pool.get("address_scope_id"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Override
    Refusal missing(String id) {
        return noSuchNetwork(id);
    }

    static Refusal noSuchNetwork(String id) {
        return new Refusal(404, "NetworkNotFound", "Network " + id + " could not be found.");
    }

    @Override
    boolean visible(Call call, Row row) {
        return super.visible(call, row) || isOpenTo(row, call.caller().projectId());
    }

    /** Whether a project may know of a network. */
    boolean isOpenTo(Row row, String project) {
        return row.is("project_id", project)
                || neutron().sharing().shared("network", row.id(), project)
                || neutron().sharing().external(row.id(), project);
    }

    @Override
    Map<String, Object> policyView(Call call, Row row) {
        return view(call, row);
    }

    @Override
    @Nullable
    Object filterValue(Call call, Row row, String name) {
        if (name.equals("is_default")) {
            // Taken, and without effect: nothing in Neutron looks for networks by it.
            return (Predicate<String>) wanted -> true;
        }
        if (name.equals("shared")) {
            return neutron().sharing().shared("network", row.id(), call.caller().projectId());
        }
        return name.startsWith("provider:")
                ? neutron().wires().of(row.id()).stream()
                        .map(segment -> segment.text(name.substring("provider:".length())))
                        .toList()
                : row.get(name);
    }

    @Override
    void checkCreate(Call call, List<Row> rows) {
        rows.forEach(row -> neutron().ensureDefaultGroup(row.text("project_id")));
    }

    @Override
    void make(Call call, Row row) {
        row.set("status", "ACTIVE");
        neutron().wires().lay(row);
        row.set("mtu", mtu(row, row.number("mtu")));
        neutron().checkQosPolicy(call, row);
        neutron().checkZones("network", row.get("availability_zone_hints"));
        if (row.is("is_default")) {
            checkDefault(row);
        }
        neutron().sharing().withAll("network", row, "access_as_shared", row.is("shared"));
        neutron().sharing().withAll("network", row, "access_as_external", row.is(EXTERNAL));
        touch(row);
    }

    private long mtu(Row row, long wanted) {
        int max = neutron().wires().mtu(row.id());
        if (wanted > max) {
            throw Checks.input("Requested MTU is too big, maximum is " + max);
        }
        return wanted == 0 ? max : wanted;
    }

    private void checkDefault(Row row) {
        all()
                .where(other -> other.is("is_default")
                        && other.is(EXTERNAL)
                        && !other.id().equals(row.id()))
                .stream()
                .findFirst()
                .ifPresent(other -> {
                    throw new Refusal(
                            409,
                            "DefaultExternalNetworkExists",
                            "A default external network already exists: " + other.id() + ".");
                });
    }

    @Override
    void release(Row row) {
        neutron().wires().remove(row.id());
        neutron().sharing().forget(row.id());
    }

    @Override
    void checkUpdate(Call call, Row row, Map<String, Object> changes) {
        Map<String, Object> wires = neutron().wires().view(row.id());
        for (String name : List.of("provider:network_type", "provider:physical_network")) {
            if (changes.get(name) != null && !Objects.equals(changes.get(name), wires.get(name))) {
                throw Checks.input("Plugin does not support updating the following provider network attributes: "
                        + "provider:network_type, provider:physical_network");
            }
        }
        if (changes.get("provider:segmentation_id") != null
                && !Objects.equals(
                        Python.str(changes.get("provider:segmentation_id")),
                        Python.str(wires.get("provider:segmentation_id")))
                && !Objects.equals("vlan", wires.get("provider:network_type"))) {
            throw Checks.input("Only VLAN type networks can be updated.");
        }
        if (changes.containsKey("mtu")) {
            changes.put("mtu", mtu(row, Checks.integer(changes.get("mtu"))));
        }
        if (Boolean.FALSE.equals(changes.get("shared"))
                && neutron().sharing().shared("network", row.id(), "")
                && isUsedByOthers(row)) {
            throw new Refusal(
                    409,
                    "InvalidSharedSetting",
                    "Unable to reconfigure sharing settings for network " + row.text("name")
                            + ". Multiple tenants are using it.");
        }
        if (Boolean.FALSE.equals(changes.get(EXTERNAL)) && row.is(EXTERNAL) && hasGateways(row)) {
            throw new Refusal(
                    409,
                    "ExternalNetworkInUse",
                    "External network " + row.id()
                            + " cannot be updated to be made non-external, since it has existing gateway ports.");
        }
        if (changes.containsKey("qos_policy_id")) {
            neutron().checkQosPolicy(call, new Row(changes));
        }
        if (Boolean.TRUE.equals(changes.get("is_default"))) {
            checkDefault(row);
        }
    }

    private boolean isUsedByOthers(Row row) {
        Set<String> users = new TreeSet<>();
        neutron().subnets().of(row.id()).forEach(subnet -> users.add(subnet.text("project_id")));
        neutron().ports().on(row.id()).stream()
                .filter(port -> !port.text("device_owner").startsWith("network:"))
                .forEach(port -> users.add(port.text("project_id")));
        users.remove(row.text("project_id"));
        users.removeIf(project -> neutron().sharing().named("network", row.id(), project));
        return !users.isEmpty();
    }

    private boolean hasGateways(Row row) {
        return neutron().ports().on(row.id()).stream()
                .anyMatch(port -> port.is("device_owner", "network:router_gateway"));
    }

    @Override
    void change(Call call, Row row, Map<String, Object> changes) {
        super.change(call, row, changes);
        if (changes.containsKey("shared")) {
            neutron().sharing().withAll("network", row, "access_as_shared", row.is("shared"));
        }
        if (changes.containsKey(EXTERNAL)) {
            neutron().sharing().withAll("network", row, "access_as_external", row.is(EXTERNAL));
        }
    }

    @Override
    void checkDelete(Call call, Row row) {
        String ports = neutron().ports().on(row.id()).stream()
                .filter(port -> !port.is("device_owner", "network:dhcp"))
                .map(Row::id)
                .sorted()
                .collect(Collectors.joining(","));
        if (!ports.isEmpty()) {
            throw new Refusal(
                    409,
                    "NetworkInUse",
                    "Unable to complete operation on network " + row.id()
                            + ". There are one or more ports still in use on the network, id for these ports is: "
                            + ports + ".");
        }
    }

    @Override
    void deleted(Row row) {
        neutron().ports().on(row.id()).forEach(neutron().ports()::drop);
        neutron().subnets().of(row.id()).forEach(neutron().subnets()::drop);
    }
}
