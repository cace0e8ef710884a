package io.github.openstackjvm.testkit.network;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Python;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** Address groups: ranges of addresses that rules of security groups name. */
public final class FakeAddressGroups extends NetworkResource {
    private static final List<Attribute> ATTRIBUTES = List.of(
            Attribute.readOnly("id").sorts(),
            Attribute.given("name").text(255).initially("").updatable().sorts(),
            Attribute.given("description").text(1024).initially("").updatable().sorts(),
            Attribute.given("addresses").through(FakeAddressGroups::ranges).initially(List.of()),
            Attribute.readOnly("shared"),
            Attribute.readOnly("created_at"),
            Attribute.readOnly("updated_at"),
            Attribute.readOnly("revision_number").sorts());

    FakeAddressGroups(FakeNetwork neutron) {
        super(neutron, "address_group", ATTRIBUTES);
    }

    private static Object ranges(@Nullable Object name, @Nullable Object value) {
        Object list = value == null ? List.of() : value;
        return Objects.requireNonNull(Checks.that(Checks.items(Checks::subnet)).apply(name, list));
    }

    @Override
    public void routes(Routes routes) {
        super.routes(routes);
        routes.put("/address-groups/{id}/add_addresses", this::addAddresses);
        routes.put("/address-groups/{id}/remove_addresses", this::removeAddresses);
    }

    @Override
    Map<String, Object> view(Call call, Row row) {
        Map<String, Object> view = row.pick("id", "name", "project_id", "addresses", "description");
        view.put("tenant_id", row.text("project_id"));
        return view;
    }

    @Override
    Refusal missing(String id) {
        return new Refusal(404, "AddressGroupNotFound", "Address group " + id + " could not be found.");
    }

    @Override
    boolean visible(Call call, Row row) {
        return super.visible(call, row)
                || neutron()
                        .sharing()
                        .shared("address_group", row.id(), call.caller().projectId());
    }

    /** As Neutron keeps them: the ranges that they lie in, each once. */
    private static Set<String> normal(List<String> addresses) {
        return addresses.stream()
                .map(text -> Cidr.parse(text)
                        .orElseThrow(() -> new Refusal(400, "AddrFormatError", "invalid IPNetwork " + text))
                        .network())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> named(Call call) {
        Row body = new Row(NetworkBody.json(call));
        if (body.get("addresses") == null) {
            // Neutron cannot tell what is missing here.
            throw FakeNetwork.stumbled();
        }
        return normal(body.texts("addresses"));
    }

    @Override
    void make(Call call, Row row) {
        Set<String> addresses = normal(row.texts("addresses"));
        row.set("addresses", List.of());
        add(row, addresses);
    }

    private FakeResponse addAddresses(Call call) {
        Row group = get(call);
        Set<String> there = named(call);
        there.retainAll(group.texts("addresses"));
        if (!there.isEmpty()) {
            throw new Refusal(
                    400,
                    "AddressesAlreadyExist",
                    "Addresses " + Python.repr(List.copyOf(there)) + " already exist in the address group " + group.id()
                            + ".");
        }
        add(group, named(call));
        return changed(call, group);
    }

    private void add(Row group, Set<String> more) {
        Set<String> addresses = new TreeSet<>(group.texts("addresses"));
        addresses.addAll(more);
        group.set("addresses", List.copyOf(addresses));
        // Each is a row of its own in Neutron's database, and counts as a change of the group.
        more.forEach(each -> touch(group));
    }

    private FakeResponse removeAddresses(Call call) {
        Row group = get(call);
        Set<String> addresses = new TreeSet<>(group.texts("addresses"));
        Set<String> unknown = named(call);
        unknown.removeAll(addresses);
        if (!unknown.isEmpty()) {
            throw new Refusal(
                    404,
                    "AddressesNotFound",
                    "Addresses " + Python.repr(List.copyOf(unknown)) + " not found in the address group " + group.id()
                            + ".");
        }
        addresses.removeAll(named(call));
        group.set("addresses", List.copyOf(addresses));
        named(call).forEach(each -> touch(group));
        return changed(call, group);
    }

    private FakeResponse changed(Call call, Row group) {
        // Only what tells of addresses that came or went has all.
        Map<String, Object> view = view(call, group);
        view.putAll(group.pick("created_at", "updated_at", "revision_number"));
        view.put("shared", false);
        return Json.reply(200, Json.map("address_group", view));
    }

    @Override
    void checkDelete(Call call, Row row) {
        if (neutron().collection("security_group_rules").any(rule -> rule.is("remote_address_group_id", row.id()))) {
            throw new Refusal(
                    409,
                    "AddressGroupInUse",
                    "Address group " + row.id() + " is in use on one or more security group rules.");
        }
    }
}
