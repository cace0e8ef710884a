package io.github.openstackjvm.testkit.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Python;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;

/** Policies of sharing: which project may use what belongs to another one. */
public final class FakeRbacPolicies extends NetworkResource {
    private static final Map<String, List<Object>> ACTIONS = Map.of(
            "network", List.of("access_as_shared", "access_as_external"),
            "qos_policy", List.of("access_as_shared"),
            "security_group", List.of("access_as_shared"),
            "address_scope", List.of("access_as_shared"),
            "address_group", List.of("access_as_shared"),
            "subnetpool", List.of("access_as_shared"));

    private static final List<Attribute> ATTRIBUTES = List.of(
            Attribute.readOnly("id").filters(),
            Attribute.given("object_type")
                    .text(255)
                    .required()
                    .sorts()
                    .filters(FakeRbacPolicies::checkType)
                    .policed(),
            Attribute.given("object_id").uuid().required().sorts().policed(),
            Attribute.given("target_tenant")
                    .text(255)
                    .required()
                    .updatable()
                    .sorts()
                    .policed(),
            Attribute.given("action").text(255).required().sorts().policed());

    FakeRbacPolicies(FakeNetwork neutron) {
        super(neutron, "rbac_policy", ATTRIBUTES);
    }

    @Override
    Map<String, Object> view(Call call, Row row) {
        Map<String, Object> view = row.pick("id", "project_id", "action", "object_id", "target_tenant", "object_type");
        view.put("tenant_id", row.text("project_id"));
        return view;
    }

    @Override
    Refusal missing(String id) {
        return new Refusal(404, "RbacPolicyNotFound", "RBAC policy of type unknown with ID " + id + " not found");
    }

    @Override
    void checkCreate(Call call, List<Row> rows) {
        for (Row row : rows) {
            String type = row.text("object_type");
            checkType(type);
            List<Object> actions = ACTIONS.getOrDefault(type, List.of());
            if (!actions.contains(row.get("action"))) {
                String all = Python.repr(actions);
                throw new Refusal(
                        400,
                        "InvalidActionForType",
                        "Invalid action '" + row.text("action") + "' for object type '" + type + "'. Valid actions: ("
                                + all.substring(1, all.length() - 1) + (actions.size() == 1 ? ",)" : ")"));
            }
            checkOwner(call, row);
            if (all().any(other -> other.is("object_id", row.get("object_id"))
                    && other.is("target_tenant", row.get("target_tenant"))
                    && other.is("action", row.get("action")))) {
                throw new Refusal(409, "DuplicateRbacPolicy", "An RBAC policy already exists with those values.");
            }
        }
    }

    private static void checkType(String type) {
        if (!ACTIONS.containsKey(type)) {
            throw Checks.input("'" + type + "' is not a valid RBAC object type");
        }
    }

    /** Where the thing of a policy is kept. */
    static String collection(Row policy) {
        return switch (policy.text("object_type")) {
            case "qos_policy" -> "policies";
            default -> policy.text("object_type") + "s";
        };
    }

    private void checkOwner(Call call, Row row) {
        boolean own = neutron()
                .collection(collection(row))
                .find(row.text("object_id"))
                .filter(thing -> call.caller().admin()
                        || thing.is("project_id", call.caller().projectId()))
                .isPresent();
        if (!own) {
            throw Checks.input("Only admins can manipulate policies on objects they do not own");
        }
    }

    @Override
    void make(Call call, Row row) {
        network(row).ifPresent(network -> {
            if (row.is("action", "access_as_external")) {
                network.set("router:external", true);
            }
            neutron().networks().touch(network);
        });
    }

    /** The network that a policy shares; its revision tells of that. */
    private Optional<Row> network(Row policy) {
        return policy.is("object_type", "network")
                ? neutron().networks().all().find(policy.text("object_id"))
                : Optional.empty();
    }

    @Override
    void change(Call call, Row row, Map<String, Object> changes) {
        super.change(call, row, changes);
        network(row).ifPresent(neutron().networks()::touch);
    }

    @Override
    void checkDelete(Call call, Row row) {
        new SharedUse(neutron()).check(row, "");
    }

    @Override
    void checkUpdate(Call call, Row row, Map<String, Object> changes) {
        Object target = changes.get("target_tenant");
        if (target != null && !row.is("target_tenant", target)) {
            new SharedUse(neutron()).check(row, target.toString());
        }
    }

    @Override
    void deleted(Row row) {
        network(row).ifPresent(network -> {
            if (row.is("action", "access_as_external")
                    && !all().any(other ->
                            other.is("object_id", row.get("object_id")) && other.is("action", "access_as_external"))) {
                network.set("router:external", false);
            }
            neutron().networks().touch(network);
        });
    }
}
