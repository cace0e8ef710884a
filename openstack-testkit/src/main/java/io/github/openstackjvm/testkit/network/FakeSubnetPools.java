package io.github.openstackjvm.testkit.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Python;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** Subnet pools: ranges that subnets are cut from. */
public final class FakeSubnetPools extends NetworkResource {
    private static final List<Attribute> ATTRIBUTES = standard(
            Attribute.readOnly("id").sorts(),
            Attribute.given("name").text(255).required().updatable().sorts(),
            Attribute.given("prefixes")
                    .through(FakeSubnetPools::prefixes)
                    .required()
                    .updatable(),
            Attribute.given("default_quota")
                    .through(Checks.nonNegative())
                    .updatable()
                    .absent()
                    .sorts()
                    .filters(Checks::integer),
            Attribute.readOnly("ip_version").sorts(),
            Attribute.given("default_prefixlen")
                    .through(Checks.nonNegative())
                    .updatable()
                    .absent()
                    .sorts()
                    .filters(Checks::integer),
            Attribute.given("min_prefixlen")
                    .through(Checks.nonNegative())
                    .updatable()
                    .absent()
                    .sorts()
                    .filters(Checks::integer),
            Attribute.given("max_prefixlen")
                    .through(Checks.nonNegative())
                    .updatable()
                    .absent()
                    .sorts()
                    .filters(Checks::integer),
            Attribute.given("is_default")
                    .flag()
                    .initially(false)
                    .updatable()
                    .sorts()
                    .policed(),
            Attribute.given("shared").flag().initially(false).sorts().policed(),
            Attribute.given("address_scope_id")
                    .uuidOrNull()
                    .updatable()
                    .absent()
                    .sorts());

    private final PoolAllocation allocation;

    FakeSubnetPools(FakeNetwork neutron) {
        super(neutron, "subnetpool", ATTRIBUTES);
        allocation = new PoolAllocation(neutron);
    }

    private static @Nullable Object prefixes(@Nullable Object name, @Nullable Object value) {
        return Checks.that(Checks.items(Checks::subnet)).apply(name, value);
    }

    @Override
    public void routes(Routes routes) {
        super.routes(routes);
        new FakeTags(this).routes(routes);
        routes.put("/subnetpools/{id}/add_prefixes", this::addPrefixes);
        routes.put("/subnetpools/{id}/remove_prefixes", this::removePrefixes);
        routes.put("/subnetpools/{id}/onboard_network_subnets", this::onboard);
    }

    @Override
    Map<String, Object> view(Call call, Row row) {
        Map<String, Object> view = row.pick("id", "name");
        view.put("tenant_id", row.text("project_id"));
        // The length of a prefix is a text here, only not when it is told of a change; nor is a quota then that is
        // none.
        boolean changed = call.route().method().name().equals("PUT");
        for (String length : List.of("default_prefixlen", "min_prefixlen", "max_prefixlen")) {
            Json.put(view, length, changed ? row.number(length) : row.text(length));
        }
        view.putAll(row.pick("is_default", "shared", "prefixes", "ip_version", "default_quota", "address_scope_id"));
        view.putAll(row.pick(STANDARD_VIEW));
        if (changed && row.get("default_quota") == null) {
            view.remove("default_quota");
        }
        return view;
    }

    @Override
    Refusal missing(String id) {
        return new Refusal(404, "SubnetPoolNotFound", "Subnet pool " + id + " could not be found.");
    }

    @Override
    boolean visible(Call call, Row row) {
        return super.visible(call, row)
                || row.is("shared")
                || neutron()
                        .sharing()
                        .shared("subnetpool", row.id(), call.caller().projectId());
    }

    @Override
    void make(Call call, Row row) {
        if (row.is("is_default")) {
            checkOnlyDefault(call, version(row.texts("prefixes")));
        }
        complete(row);
        checkScope(call, row);
        neutron().sharing().withAll("subnetpool", row, "access_as_shared", row.is("shared"));
    }

    @Override
    void release(Row row) {
        neutron().sharing().forget(row.id());
    }

    private static int version(List<String> prefixes) {
        if (prefixes.isEmpty()) {
            throw new Refusal(400, "EmptySubnetPoolPrefixList", "Empty subnet pool prefix list.");
        }
        int version = Cidr.of(prefixes.get(0)).address().version();
        if (prefixes.stream().anyMatch(prefix -> Cidr.of(prefix).address().version() != version)) {
            throw new Refusal(400, "PrefixVersionMismatch", "Cannot mix IPv4 and IPv6 prefixes in a subnet pool.");
        }
        return version;
    }

    private static void complete(Row row) {
        int version = version(row.texts("prefixes"));
        int most = version == 4 ? 32 : 128;
        if (row.get("min_prefixlen") == null) {
            row.set("min_prefixlen", version == 4 ? 8 : 64);
        }
        if (row.get("max_prefixlen") == null) {
            row.set("max_prefixlen", most);
        }
        if (row.get("default_prefixlen") == null) {
            row.set("default_prefixlen", row.get("min_prefixlen"));
        }
        long min = row.number("min_prefixlen");
        long max = row.number("max_prefixlen");
        long usual = row.number("default_prefixlen");
        checkBounds("min_prefixlen", min, "max_prefixlen", max, min > max);
        checkBounds("max_prefixlen", max, "ip_version_max", most, max > most);
        checkBounds("default_prefixlen", usual, "min_prefixlen", min, usual < min);
        checkBounds("default_prefixlen", usual, "max_prefixlen", max, usual > max);
        row.set("ip_version", version)
                .set("prefixes", Prefixes.of(row.texts("prefixes")).texts())
                .set("default_quota", row.get("default_quota"))
                .set("address_scope_id", row.get("address_scope_id"));
    }

    private static void checkBounds(String what, long length, String other, long bound, boolean wrong) {
        if (wrong) {
            throw new Refusal(
                    400,
                    "IllegalSubnetPoolPrefixBounds",
                    "Illegal prefix bounds: " + what + "=" + length + ", " + other + "=" + bound + ".");
        }
    }

    private void checkOnlyDefault(Call call, int version) {
        if (defaultOf(call, version).isPresent()) {
            throw Checks.input(
                    "A default subnetpool for this IP family has already been set. Only one default may exist "
                            + "per IP family");
        }
    }

    private void checkScope(Call call, Row row) {
        String id = row.text("address_scope_id");
        if (id.isEmpty()) {
            return;
        }
        Row scope = neutron()
                .addressScopes()
                .find(call, id)
                .orElseThrow(() -> neutron().addressScopes().missing(id));
        if (!scope.is("ip_version", row.get("ip_version"))) {
            throw new Refusal(
                    400,
                    "IllegalSubnetPoolIpVersionAssociationToAddressScope",
                    "Illegal subnetpool association: subnetpool " + row.id() + " cannot associate with address scope "
                            + id + " because subnetpool ip_version is not " + scope.number("ip_version") + ".");
        }
        Prefixes own = Prefixes.of(row.texts("prefixes"));
        if (all().any(other -> other.is("address_scope_id", id)
                && !other.id().equals(row.id())
                && own.overlaps(Prefixes.of(other.texts("prefixes"))))) {
            throw new Refusal(
                    409,
                    "AddressScopePrefixConflict",
                    "Failed to associate address scope: subnetpools within an address scope must have unique prefixes.");
        }
    }

    @Override
    void checkUpdate(Call call, Row row, Map<String, Object> changes) {
        Row after = new Row(row.fields());
        changes.forEach(after::set);
        if (!Prefixes.of(after.texts("prefixes")).contains(Prefixes.of(row.texts("prefixes")))) {
            throw new Refusal(
                    400,
                    "IllegalSubnetPoolPrefixUpdate",
                    "Illegal update to prefixes: Existing prefixes must be a subset of the new prefixes.");
        }
        if (after.is("is_default") && !row.is("is_default")) {
            checkOnlyDefault(call, (int) row.number("ip_version"));
        }
        complete(after);
        checkScope(call, after);
        if (changes.containsKey("prefixes")) {
            changes.put("prefixes", after.texts("prefixes"));
        }
    }

    @Override
    void checkDelete(Call call, Row row) {
        if (neutron().subnets().all().any(subnet -> subnet.is("subnetpool_id", row.id()))) {
            throw new Refusal(
                    400,
                    "SubnetPoolDeleteError",
                    "Unable to delete subnet pool: Subnet pool has existing allocations.");
        }
    }

    /** A range for a new subnet: the one it asks for, or a free one of the size it asks for. */
    String allocate(Call call, String id, Row subnet) {
        return allocation.of(find(call, id).orElseThrow(() -> missing(id)), subnet);
    }

    /** How subnets are cut from them. */
    PoolAllocation allocation() {
        return allocation;
    }

    /** The pool that is taken when nobody says which. */
    Optional<Row> defaultOf(Call call, int version) {
        return all().where(row -> row.is("is_default") && row.is("ip_version", version) && visible(call, row)).stream()
                .findFirst();
    }

    private static List<String> named(Call call) {
        if (!(NetworkBody.json(call).get("prefixes") instanceof List<?> list)) {
            throw Refusal.badRequest("Request body contains invalid data");
        }
        List<String> prefixes = new ArrayList<>();
        for (Object each : list) {
            if (Cidr.parse(String.valueOf(each)).isEmpty()) {
                throw new Refusal(400, "AddrFormatError", "invalid IPNetwork " + Python.str(each));
            }
            prefixes.add(String.valueOf(each));
        }
        return prefixes;
    }

    private FakeResponse addPrefixes(Call call) {
        Row pool = get(call);
        List<String> prefixes = Stream.concat(pool.texts("prefixes").stream(), named(call).stream())
                .toList();
        Row after = new Row(pool.fields()).set("prefixes", prefixes);
        complete(after);
        checkScope(call, after);
        pool.set("prefixes", after.texts("prefixes"));
        touch(pool);
        return Json.reply(200, pool.pick("prefixes"));
    }

    private FakeResponse removePrefixes(Call call) {
        Row pool = get(call);
        Prefixes gone = Prefixes.of(named(call));
        if (gone.overlaps(Prefixes.of(allocation.allocated(pool.id())))) {
            throw new Refusal(
                    400,
                    "IllegalSubnetPoolPrefixUpdate",
                    "Illegal update to prefixes: One or more the prefixes to be removed is in use by a subnet.");
        }
        pool.set("prefixes", Prefixes.of(pool.texts("prefixes")).without(gone).texts());
        touch(pool);
        return Json.reply(200, pool.pick("prefixes"));
    }

    private FakeResponse onboard(Call call) {
        Row pool = get(call);
        Object network = NetworkBody.json(call).get("network_id");
        if (network == null) {
            throw Checks.input("network_id must be specified.");
        }
        String id = network.toString();
        Row owner = neutron().networks().find(call, id).orElseThrow(() -> FakeNetworks.noSuchNetwork(id));
        if (!call.caller().admin() && !owner.is("project_id", call.caller().projectId())) {
            throw new Refusal(403, "NotAuthorized", "Not authorized.");
        }
        Prefixes used = Prefixes.of(allocation.allocated(pool.id()));
        List<Row> subnets = neutron().subnets().of(id).stream()
                .filter(subnet -> subnet.is("ip_version", pool.get("ip_version")))
                .toList();
        List<String> prefixes = new ArrayList<>(pool.texts("prefixes"));
        for (Row subnet : subnets) {
            if (used.overlaps(Prefixes.of(List.of(subnet.text("cidr"))))) {
                throw new Refusal(
                        400,
                        "IllegalSubnetPoolUpdate",
                        "Illegal subnetpool update : Onboarding subnet " + subnet.id() + ": " + subnet.text("cidr")
                                + " conflicts with allocated prefixes in subnet pool " + pool.id() + ".");
            }
            prefixes.add(subnet.text("cidr"));
        }
        pool.set("prefixes", Prefixes.of(prefixes).texts());
        subnets.forEach(subnet -> subnet.set("subnetpool_id", pool.id()));
        touch(pool);
        return Json.reply(
                200, subnets.stream().map(subnet -> subnet.pick("id", "cidr")).toList());
    }
}
