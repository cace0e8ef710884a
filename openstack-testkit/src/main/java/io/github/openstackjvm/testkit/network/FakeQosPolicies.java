package io.github.openstackjvm.testkit.network;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;

/** Policies for the quality of service. Their rules are kept with them. */
public final class FakeQosPolicies extends NetworkResource {
    private static final List<Attribute> ATTRIBUTES = standard(
            Attribute.readOnly("id").sorts(),
            Attribute.given("name").text(255).initially("").updatable().sorts(),
            Attribute.given("shared").flag().initially(false).updatable().filters(),
            Attribute.readOnly("rules"),
            Attribute.given("is_default").flag().initially(false).updatable().filters());

    FakeQosPolicies(FakeNetwork neutron) {
        super(neutron, "policy", ATTRIBUTES);
    }

    @Override
    String path() {
        return "/qos/policies";
    }

    @Override
    public void routes(Routes routes) {
        super.routes(routes);
        new FakeTags(this, "/policies").routes(routes);
    }

    private boolean isShared(Call call, Row row) {
        return neutron().sharing().shared("qos_policy", row.id(), call.caller().projectId());
    }

    @Override
    Map<String, Object> view(Call call, Row row) {
        Map<String, Object> view = row.pick("id", "project_id", "name");
        view.put("shared", isShared(call, row));
        view.put("rules", rulesOf(row));
        view.putAll(row.pick("is_default", "revision_number"));
        view.put("tenant_id", row.text("project_id"));
        view.putAll(row.pick("description", "created_at", "updated_at", "tags"));
        return view;
    }

    private List<Map<String, Object>> rulesOf(Row policy) {
        return neutron().collection("qos_rules").where("qos_policy_id", policy.id()).stream()
                .map(rule -> Json.object(rule.fields()))
                .toList();
    }

    @Override
    Refusal missing(String id) {
        return new Refusal(404, "QosPolicyNotFound", "QoS policy " + id + " could not be found.");
    }

    @Override
    boolean visible(Call call, Row row) {
        return super.visible(call, row) || isShared(call, row);
    }

    @Override
    void make(Call call, Row row) {
        if (row.is("is_default")) {
            checkOnlyDefault(row);
            touch(row);
        }
        neutron().sharing().withAll("qos_policy", row, "access_as_shared", row.is("shared"));
    }

    private void checkOnlyDefault(Row row) {
        if (all().any(other -> other.is("is_default")
                && other.is("project_id", row.get("project_id"))
                && !other.id().equals(row.id()))) {
            throw new Refusal(
                    409,
                    "QoSPolicyDefaultAlreadyExists",
                    "A default QoS policy exists for project " + row.text("project_id") + ".");
        }
    }

    @Override
    void release(Row row) {
        neutron().sharing().forget(row.id());
    }

    @Override
    void checkUpdate(Call call, Row row, Map<String, Object> changes) {
        if (Boolean.TRUE.equals(changes.get("is_default"))) {
            checkOnlyDefault(row);
        }
    }

    @Override
    void change(Call call, Row row, Map<String, Object> changes) {
        super.change(call, row, changes);
        if (changes.containsKey("shared")) {
            neutron().sharing().withAll("qos_policy", row, "access_as_shared", row.is("shared"));
        }
    }

    @Override
    void checkDelete(Call call, Row row) {
        for (String kind : List.of("network", "port", "floatingip")) {
            neutron().collection(kind + "s").where("qos_policy_id", row.id()).stream()
                    .findFirst()
                    .ifPresent(user -> {
                        throw new Refusal(
                                409,
                                "QosPolicyInUse",
                                "QoS Policy " + row.id() + " is used by " + kind + " " + user.id() + ".");
                    });
        }
    }

    @Override
    void deleted(Row row) {
        neutron()
                .collection("qos_rules")
                .where("qos_policy_id", row.id())
                .forEach(rule -> neutron().collection("qos_rules").remove(rule.id()));
    }
}
