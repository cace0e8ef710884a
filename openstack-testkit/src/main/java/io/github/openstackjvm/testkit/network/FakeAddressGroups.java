package io.github.openstackjvm.testkit.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
        Map<String, Object> view = row.pick(
                "id", "name", "project_id", "addresses", "description", "created_at", "updated_at", "revision_number");
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

    private static List<String> named(Call call) {
        return new Row(NetworkBody.json(call)).texts("addresses");
    }

    private FakeResponse addAddresses(Call call) {
        Row group = get(call);
        List<String> addresses = group.texts("addresses");
        List<Object> there = new ArrayList<>(named(call));
        there.retainAll(addresses);
        if (!there.isEmpty()) {
            throw new Refusal(
                    400,
                    "AddressesAlreadyExist",
                    "Addresses " + Python.repr(there) + " already exist in the address group " + group.id() + ".");
        }
        addresses.addAll(named(call));
        return changed(call, group, addresses);
    }

    private FakeResponse removeAddresses(Call call) {
        Row group = get(call);
        List<String> addresses = group.texts("addresses");
        List<Object> unknown = new ArrayList<>(named(call));
        unknown.removeAll(addresses);
        if (!unknown.isEmpty()) {
            throw new Refusal(
                    404,
                    "AddressesNotFound",
                    "Addresses " + Python.repr(unknown) + " not found in the address group " + group.id() + ".");
        }
        addresses.removeAll(named(call));
        return changed(call, group, addresses);
    }

    private FakeResponse changed(Call call, Row group, List<String> addresses) {
        group.set("addresses", addresses);
        touch(group);
        Map<String, Object> view = view(call, group);
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
