package io.github.openstackjvm.testkit.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Python;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** Subnets: ranges of addresses, of which their pools are handed out. */
public final class FakeSubnets extends NetworkResource {
    private static final String[] MODES = {"dhcpv6-stateful", "dhcpv6-stateless", "slaac"};

    private static final Set<String> AUTO = Set.of("slaac", "dhcpv6-stateless");

    private static final List<Attribute> ATTRIBUTES = standard(
            Attribute.readOnly("id").sorts(),
            Attribute.given("name").text(255).initially("").updatable().sorts(),
            Attribute.given("ip_version")
                    .through(FakeSubnets::version)
                    .required()
                    .sorts()
                    .filters(Checks::integer),
            Attribute.given("network_id").uuid().required().sorts(),
            Attribute.given("subnetpool_id").through(FakeSubnets::pool).absent().sorts(),
            Attribute.given("prefixlen").through(Checks.nonNegative()).absent().hidden(),
            Attribute.given("cidr").through(FakeSubnets::cidr).absent().sorts(),
            Attribute.given("gateway_ip")
                    .through(FakeSubnets::address)
                    .absent()
                    .updatable()
                    .sorts(),
            Attribute.given("allocation_pools")
                    .through(Checks.that(Checks::pools))
                    .absent()
                    .updatable(),
            Attribute.given("dns_nameservers")
                    .through(FakeSubnets::nameservers)
                    .absent()
                    .updatable(),
            Attribute.given("host_routes").through(FakeSubnets::routes).absent().updatable(),
            Attribute.given("enable_dhcp").flag().initially(true).updatable().sorts(),
            Attribute.given("ipv6_ra_mode").oneOf(MODES).absent().sorts(),
            Attribute.given("ipv6_address_mode").oneOf(MODES).absent().sorts(),
            Attribute.readOnly("shared").filters().hidden(),
            Attribute.given("use_default_subnetpool").flag().initially(false).hidden(),
            Attribute.given("segment_id").uuidOrNull().updatable().sorts(),
            Attribute.given("service_types")
                    .through(FakeSubnets::serviceTypes)
                    .absent()
                    .updatable());

    FakeSubnets(FakeNetwork neutron) {
        super(neutron, "subnet", ATTRIBUTES);
    }

    @Override
    boolean countsAlways() {
        return true;
    }

    static Object version(@Nullable Object name, @Nullable Object value) {
        int version = Checks.integer(value);
        if (version != 4 && version != 6) {
            throw Attribute.invalid(name, version + " is not in valid_values");
        }
        return version;
    }

    private static @Nullable Object pool(@Nullable Object name, @Nullable Object value) {
        return "prefix_delegation".equals(value)
                ? value
                : Checks.thatOrNull(Checks::uuid).apply(name, value);
    }

    private static Object cidr(@Nullable Object name, @Nullable Object value) {
        Cidr cidr = Cidr.parse(String.valueOf(value))
                .orElseThrow(() -> Checks.input(Python.str(value) + " is not in a CIDR format"));
        return cidr.address() + "/" + cidr.bits();
    }

    private static @Nullable Object address(@Nullable Object name, @Nullable Object value) {
        return Checks.thatOrNull(Checks::ip).apply(name, Checks.canonical(value));
    }

    private static Object nameservers(@Nullable Object name, @Nullable Object value) {
        Object list = value == null ? List.of() : value;
        return Objects.requireNonNull(Checks.that(Checks::nameservers).apply(name, list));
    }

    private static Object routes(@Nullable Object name, @Nullable Object value) {
        Object list = value == null ? List.of() : value;
        return Objects.requireNonNull(Checks.that(Checks::routes).apply(name, list));
    }

    private static @Nullable Object serviceTypes(@Nullable Object name, @Nullable Object value) {
        if (value instanceof List<?> list) {
            for (Object type : list) {
                if (!(type instanceof String text)) {
                    throw new Refusal(
                            400,
                            "InvalidInputSubnetServiceType",
                            "Subnet service type " + Python.str(type) + " is not a string.");
                }
                // Neutron takes each letter of "compute:" for a prefix of its own.
                if (!text.matches("(network:|baremetal:|neutron:|[compute:]).*")) {
                    throw new Refusal(
                            400,
                            "InvalidSubnetServiceType",
                            "Subnet service type " + text + " does not correspond to a valid device owner.");
                }
            }
        } else if (value != null) {
            throw Refusal.badRequest("Subnet service types must be a list.");
        }
        return value;
    }

    @Override
    public void routes(Routes routes) {
        super.routes(routes);
        new FakeTags(this).routes(routes);
    }

    List<Row> of(String network) {
        return all().where("network_id", network);
    }

    /** Whether hosts there make their own addresses out of the prefix and their hardware's address. */
    static boolean isAuto(Row subnet) {
        return AUTO.contains(subnet.text("ipv6_address_mode")) || AUTO.contains(subnet.text("ipv6_ra_mode"));
    }

    @Override
    Map<String, Object> view(Call call, Row row) {
        Map<String, Object> view = row.pick("id", "name");
        view.put("tenant_id", row.text("project_id"));
        view.putAll(row.pick(
                "network_id",
                "ip_version",
                "subnetpool_id",
                "enable_dhcp",
                "ipv6_ra_mode",
                "ipv6_address_mode",
                "gateway_ip",
                "cidr",
                "allocation_pools",
                "host_routes",
                "dns_nameservers",
                "service_types",
                "segment_id"));
        view.putAll(row.pick(STANDARD_VIEW));
        return view;
    }

    @Override
    Refusal missing(String id) {
        return noSuchSubnet(id);
    }

    static Refusal noSuchSubnet(String id) {
        return new Refusal(404, "SubnetNotFound", "Subnet " + id + " could not be found.");
    }

    @Override
    boolean visible(Call call, Row row) {
        return super.visible(call, row)
                || neutron()
                        .sharing()
                        .shared("network", row.text("network_id"), call.caller().projectId());
    }

    @Override
    Map<String, Object> policyView(Call call, Row row) {
        Map<String, Object> view = view(call, row);
        view.put(
                "shared",
                neutron()
                        .sharing()
                        .shared("network", row.text("network_id"), call.caller().projectId()));
        return view;
    }

    @Override
    @Nullable
    Object filterValue(Call call, Row row, String name) {
        return name.equals("shared")
                ? neutron()
                        .sharing()
                        .shared("network", row.text("network_id"), call.caller().projectId())
                : row.get(name);
    }

    @Override
    void checkPlace(Call call, Row row) {
        neutron().checkNetworkOwner(call, row, "subnet");
    }

    @Override
    void make(Call call, Row row) {
        Object given = row.get("cidr");
        boolean prefix = row.get("prefixlen") != null;
        if (given != null && prefix) {
            throw bad("cidr and prefixlen must not be supplied together");
        }
        String segment = row.text("segment_id");
        if (!segment.isEmpty() && !neutron().collection("segments").has(segment)) {
            throw new Refusal(404, "SegmentNotFound", "Segment " + segment + " could not be found.");
        }
        String pool = poolOf(call, row);
        if (pool.isEmpty() && given == null) {
            throw bad("a subnetpool must be specified in the absence of a cidr");
        }
        row.set("subnetpool_id", pool.isEmpty() ? null : pool);
        if (!pool.isEmpty()) {
            if (given == null && row.get("allocation_pools") != null) {
                throw bad("allocation_pools allowed only for specific subnet requests.");
            }
        } else {
            row.set("cidr", Cidr.of(row.text("cidr")).network());
            new SubnetRules(neutron()).check(row.fields(), null);
        }
        Row network = neutron()
                .networks()
                .find(call, row.text("network_id"))
                .orElseThrow(() -> FakeNetworks.noSuchNetwork(row.text("network_id")));
        if (!pool.isEmpty()) {
            row.set("cidr", neutron().subnetPools().allocate(call, pool, row));
        }
        complete(row);
        checkAffinity(row, pool);
        if (!row.texts("service_types").isEmpty()) {
            touch(row);
        }
        neutron().networks().touch(network);
        addToGateways(row, network);
        addAutoAddresses(row);
    }

    private static Refusal bad(String words) {
        return new Refusal(400, "BadRequest", "Bad subnets request: " + words + ".");
    }

    private String poolOf(Call call, Row row) {
        String pool = row.text("subnetpool_id");
        if (!row.is("use_default_subnetpool")) {
            return pool;
        } else if (!pool.isEmpty()) {
            throw bad("subnetpool_id and use_default_subnetpool cannot both be specified");
        }
        int version = row.get("cidr") != null && Cidr.of(row.text("cidr")).ipv6() ? 6 : (int) row.number("ip_version");
        return neutron()
                .subnetPools()
                .defaultOf(call, version)
                .map(Row::id)
                .orElseThrow(() -> bad("No default subnetpool found for IPv" + version));
    }

    /** What Neutron chooses where nothing was said. */
    private void complete(Row row) {
        Cidr cidr = Cidr.of(row.text("cidr"));
        if (!row.fields().containsKey("gateway_ip")) {
            row.set("gateway_ip", (cidr.ipv6() ? cidr.first() : cidr.first().plus(1)).toString());
        }
        String gateway = row.text("gateway_ip");
        if (!gateway.isEmpty() && cidr.contains(Ip.of(gateway)) && !cidr.isHost(Ip.of(gateway), true)) {
            throw new Refusal(
                    409,
                    "IpamValueInvalid",
                    "Gateway IP " + gateway + " cannot be allocated in CIDR " + cidr.network());
        }
        List<Object> pools = new ArrayList<>();
        if (row.get("allocation_pools") instanceof List<?> list && !list.isEmpty()) {
            pools.addAll(SubnetRules.checkedPools(list, cidr));
            SubnetRules.checkGatewayOutside(gateway, pools);
        } else {
            pools.addAll(SubnetRules.pools(cidr, gateway));
        }
        if (cidr.bits() == 0) {
            throw Checks.input("0 is not allowed as CIDR prefix length");
        }
        for (Row other : of(row.text("network_id"))) {
            if (!other.id().equals(row.id()) && Cidr.of(other.text("cidr")).overlaps(cidr)) {
                throw Checks.input("Requested subnet with cidr: " + row.text("cidr") + " for network: "
                        + row.text("network_id") + " overlaps with another subnet");
            }
        }
        row.set("allocation_pools", pools);
        for (String list : List.of("host_routes", "dns_nameservers", "service_types")) {
            if (row.get(list) == null) {
                row.set(list, List.of());
            }
        }
        boolean modes = row.number("ip_version") == 6 && row.is("enable_dhcp");
        for (String mode : List.of("ipv6_ra_mode", "ipv6_address_mode")) {
            row.set(mode, modes ? row.get(mode) : null);
        }
    }

    private void checkAffinity(Row row, String pool) {
        for (Row other : of(row.text("network_id"))) {
            boolean sameVersion = other.is("ip_version", row.get("ip_version"));
            if (!other.id().equals(row.id())
                    && sameVersion
                    && !other.text("subnetpool_id").equals(pool)) {
                throw new Refusal(
                        400,
                        "NetworkSubnetPoolAffinityError",
                        "Subnets hosted on the same network must be allocated from the same subnet pool.");
            }
        }
    }

    /** Routers with a gateway there get an address of each version. */
    private void addToGateways(Row subnet, Row network) {
        if (network.is("router:external")) {
            neutron().ports().on(network.id()).stream()
                    .filter(port -> port.is("device_owner", "network:router_gateway"))
                    .filter(port -> FakePorts.addresses(port).stream()
                            .noneMatch(fixed -> fixed.ip().version() == subnet.number("ip_version")))
                    .forEach(port -> neutron().ports().addAddress(port, subnet));
        }
    }

    private void addAutoAddresses(Row subnet) {
        if (isAuto(subnet)) {
            neutron().ports().on(subnet.text("network_id")).stream()
                    .filter(port -> !FakePorts.isRouterPort(port))
                    .forEach(port -> neutron().ports().addAddress(port, subnet));
        }
    }

    @Override
    void checkUpdate(Call call, Row row, Map<String, Object> changes) {
        Row after = new Row(row.fields());
        changes.forEach(after::set);
        new SubnetRules(neutron()).check(after.fields(), row);
        Cidr cidr = Cidr.of(row.text("cidr"));
        String gateway = after.text("gateway_ip");
        if (changes.get("allocation_pools") instanceof List<?> list) {
            changes.put("allocation_pools", SubnetRules.checkedPools(list, cidr));
        }
        Object pools = changes.getOrDefault("allocation_pools", row.get("allocation_pools"));
        if (pools instanceof List<?> list
                && (changes.containsKey("allocation_pools") || !gateway.equals(row.text("gateway_ip")))) {
            SubnetRules.checkGatewayOutside(gateway, list);
        }
    }

    @Override
    void change(Call call, Row row, Map<String, Object> changes) {
        super.change(call, row, changes);
        neutron().addresses().forget(row.id());
        neutron()
                .networks()
                .all()
                .find(row.text("network_id"))
                .ifPresent(neutron().networks()::touch);
    }

    @Override
    void checkDelete(Call call, Row row) {
        boolean auto = isAuto(row);
        boolean used = neutron().ports().on(row.text("network_id")).stream()
                .filter(port -> FakePorts.isRouterPort(port) || !auto)
                .filter(port -> !port.is("device_owner", "network:dhcp"))
                .flatMap(port -> FakePorts.addresses(port).stream())
                .anyMatch(fixed -> fixed.subnet().equals(row.id()));
        if (used) {
            throw new Refusal(
                    409,
                    "SubnetInUse",
                    "Unable to complete operation on subnet " + row.id()
                            + ": One or more ports have an IP allocation from this subnet.");
        }
    }

    @Override
    void release(Row row) {
        neutron().addresses().forget(row.id());
    }

    @Override
    void deleted(Row row) {
        neutron()
                .ports()
                .on(row.text("network_id"))
                .forEach(port -> neutron().ports().dropAddresses(port, row.id()));
        neutron()
                .networks()
                .all()
                .find(row.text("network_id"))
                .ifPresent(neutron().networks()::touch);
    }

    /** Those of a network that a device may have addresses of, those meant for its kind first. */
    List<Row> candidates(String network, String deviceOwner) {
        return of(network).stream()
                .filter(subnet -> {
                    List<String> types = subnet.texts("service_types");
                    return types.isEmpty() || types.contains(deviceOwner);
                })
                .sorted(Comparator.comparing(
                        subnet -> subnet.texts("service_types").isEmpty()))
                .toList();
    }

    Optional<Row> byId(String id) {
        return all().find(id);
    }

    static Map<String, Object> pool(Ip start, Ip end) {
        return Json.map("start", start.toString(), "end", end.toString());
    }
}
