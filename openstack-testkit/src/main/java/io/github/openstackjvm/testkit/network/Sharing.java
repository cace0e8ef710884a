package io.github.openstackjvm.testkit.network;

import java.util.List;

import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.Row;

/** Which project may use what belongs to another one: what Neutron keeps as RBAC policies. */
final class Sharing {
    private final FakeNetwork neutron;

    Sharing(FakeNetwork neutron) {
        this.neutron = neutron;
    }

    private FakeCollection policies() {
        return neutron.collection("rbac_policies");
    }

    /** Whether a thing is shared with a project, or with all. */
    boolean shared(String type, String id, String project) {
        return has(type, id, "access_as_shared", project);
    }

    /** Whether a network may be used by a project, or by all, as one outside. */
    boolean external(String network, String project) {
        return has("network", network, "access_as_external", project);
    }

    /** Whether a thing is shared with exactly this project. */
    boolean named(String type, String id, String project) {
        return policies()
                .any(row -> row.is("object_id", id)
                        && row.is("object_type", type)
                        && row.is("action", "access_as_shared")
                        && row.is("target_tenant", project));
    }

    private boolean has(String type, String id, String action, String project) {
        List<String> targets = List.of("*", project.isEmpty() ? "*" : project);
        return policies()
                .any(row -> row.is("object_id", id)
                        && row.is("object_type", type)
                        && row.is("action", action)
                        && targets.contains(row.text("target_tenant")));
    }

    /** Lets all projects use a thing, or no longer. */
    void withAll(String type, Row thing, String action, boolean share) {
        Row policy = policies()
                .where(row ->
                        row.is("object_id", thing.id()) && row.is("action", action) && row.is("target_tenant", "*"))
                .stream()
                .findFirst()
                .orElse(null);
        if (share && policy == null) {
            policies()
                    .add(Row.of(
                            "id",
                            neutron.world().ids().uuid(),
                            "project_id",
                            thing.text("project_id"),
                            "object_type",
                            type,
                            "object_id",
                            thing.id(),
                            "target_tenant",
                            "*",
                            "action",
                            action));
        } else if (!share && policy != null) {
            policies().remove(policy.id());
        }
    }

    /** A thing is gone, and with it who may use it. */
    void forget(String id) {
        policies().where("object_id", id).forEach(row -> policies().remove(row.id()));
    }
}
