package io.github.openstackjvm.testkit.network;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;

/** Address scopes: within one, an address occurs only once. */
public final class FakeAddressScopes extends NetworkResource {
    private static final List<Attribute> ATTRIBUTES = List.of(
            Attribute.readOnly("id").sorts(),
            Attribute.given("name").text(255).initially("").updatable().sorts(),
            Attribute.given("shared")
                    .flag()
                    .initially(false)
                    .updatable()
                    .sorts()
                    .policed(),
            Attribute.given("ip_version")
                    .through(FakeSubnets::version)
                    .required()
                    .sorts()
                    .filters(Checks::integer));

    FakeAddressScopes(FakeNetwork neutron) {
        super(neutron, "address_scope", ATTRIBUTES);
    }

    @Override
    Map<String, Object> view(Call call, Row row) {
        Map<String, Object> view = row.pick("id", "project_id", "name");
        view.put("shared", isShared(call, row));
        view.putAll(row.pick("ip_version"));
        view.put("tenant_id", row.text("project_id"));
        return view;
    }

    private boolean isShared(Call call, Row row) {
        return neutron()
                .sharing()
                .shared("address_scope", row.id(), call.caller().projectId());
    }

    @Override
    Refusal missing(String id) {
        return new Refusal(404, "AddressScopeNotFound", "Address scope " + id + " could not be found.");
    }

    @Override
    boolean visible(Call call, Row row) {
        return super.visible(call, row) || isShared(call, row);
    }

    @Override
    void make(Call call, Row row) {
        neutron().sharing().withAll("address_scope", row, "access_as_shared", row.is("shared"));
    }

    @Override
    void release(Row row) {
        neutron().sharing().forget(row.id());
    }

    @Override
    void checkUpdate(Call call, Row row, Map<String, Object> changes) {
        if (Boolean.FALSE.equals(changes.get("shared")) && isShared(call, row)) {
            throw new Refusal(
                    400,
                    "AddressScopeUpdateError",
                    "Unable to update address scope " + row.id() + " : Shared address scope can't be unshared.");
        }
    }

    @Override
    void change(Call call, Row row, Map<String, Object> changes) {
        super.change(call, row, changes);
        if (changes.containsKey("shared")) {
            neutron().sharing().withAll("address_scope", row, "access_as_shared", row.is("shared"));
        }
    }

    @Override
    void checkDelete(Call call, Row row) {
        if (neutron().subnetPools().all().any(pool -> pool.is("address_scope_id", row.id()))) {
            throw new Refusal(
                    409,
                    "AddressScopeInUse",
                    "Unable to complete operation on address scope " + row.id()
                            + ". There are one or more subnet pools in use on the address scope.");
        }
    }
}
