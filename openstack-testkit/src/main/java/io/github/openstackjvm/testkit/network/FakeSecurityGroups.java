package io.github.openstackjvm.testkit.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;

/** Security groups. Every project has one named default from its first look at them. */
public final class FakeSecurityGroups extends NetworkResource {
    private static final List<Attribute> ATTRIBUTES = List.of(
            Attribute.readOnly("id").sorts(),
            Attribute.given("name").text(255).initially("").updatable().sorts(),
            Attribute.given("stateful").flag().initially(true).updatable(),
            Attribute.given("description").text(255).initially("").updatable().filters(),
            Attribute.readOnly("shared").filters(),
            Attribute.readOnly("security_group_rules"),
            Attribute.readOnly("tags"),
            Attribute.readOnly("created_at"),
            Attribute.readOnly("updated_at"),
            Attribute.readOnly("revision_number").sorts());

    private final FakeSecurityGroupRules rules;

    FakeSecurityGroups(FakeNetwork neutron, FakeSecurityGroupRules rules) {
        super(neutron, "security_group", ATTRIBUTES);
        this.rules = rules;
        rules.belongTo(this);
    }

    @Override
    public void routes(Routes routes) {
        super.routes(routes);
        new FakeTags(this).routes(routes);
    }

    @Override
    Map<String, Object> view(Call call, Row row) {
        Map<String, Object> view = row.pick("id", "name", "stateful");
        view.put("tenant_id", row.text("project_id"));
        view.putAll(row.pick("description", "shared"));
        view.put(
                "security_group_rules",
                rules.of(row.id()).stream().map(rules::nestedView).toList());
        view.putAll(row.pick("tags", "created_at", "updated_at", "revision_number", "project_id"));
        return view;
    }

    @Override
    Refusal missing(String id) {
        return noSuchGroup(id);
    }

    static Refusal noSuchGroup(String id) {
        return new Refusal(404, "SecurityGroupNotFound", "Security group " + id + " does not exist");
    }

    @Override
    void prepare(Call call) {
        ensureDefault(call.caller().projectId());
    }

    /** The group of a project that is there without anybody having made it. */
    Optional<Row> defaultOf(String project) {
        ensureDefault(project);
        return all().where(row -> row.is("name", "default") && row.is("project_id", project)).stream()
                .findFirst();
    }

    private void ensureDefault(String project) {
        boolean has = all().any(row -> row.is("name", "default") && row.is("project_id", project));
        if (!has && !project.isEmpty()) {
            Row group = complete(Row.of(
                    "name",
                    "default",
                    "stateful",
                    true,
                    "description",
                    "Default security group",
                    "project_id",
                    project));
            add(group);
            rules.addDefaults(group, true);
            touch(group);
        }
    }

    private static Row complete(Row row) {
        return row.set("shared", false).set("tags", new ArrayList<String>());
    }

    @Override
    void checkCreate(Call call, List<Row> rows) {
        for (Row row : rows) {
            ensureDefault(row.text("project_id"));
            refuseDefault(row.fields());
            complete(row);
        }
    }

    private static void refuseDefault(Map<String, Object> fields) {
        if ("default".equalsIgnoreCase(String.valueOf(fields.get("name")))) {
            throw new Refusal(409, "SecurityGroupDefaultAlreadyExists", "Default security group already exists.");
        }
    }

    @Override
    void created(List<Row> groups) {
        for (Row group : groups) {
            rules.addDefaults(group, false);
            touch(group);
        }
    }

    @Override
    void checkUpdate(Call call, Row group, Map<String, Object> changes) {
        if (changes.containsKey("stateful")
                && !group.is("stateful", changes.get("stateful"))
                && neutron()
                        .collection("ports")
                        .any(port -> port.texts("security_groups").contains(group.id()))) {
            throw new Refusal(409, "SecurityGroupInUse", "Security Group " + group.id() + " in use.");
        }
        refuseDefault(changes);
        if (group.is("name", "default") && changes.containsKey("name")) {
            throw new Refusal(409, "SecurityGroupCannotUpdateDefault", "Updating default security group not allowed.");
        }
    }

    @Override
    void checkDelete(Call call, Row group) {
        if (neutron()
                .collection("ports")
                .any(port -> port.texts("security_groups").contains(group.id()))) {
            throw new Refusal(409, "SecurityGroupInUse", "Security Group " + group.id() + " in use.");
        }
        if (group.is("name", "default") && !call.caller().admin()) {
            throw new Refusal(
                    409,
                    "SecurityGroupCannotRemoveDefault",
                    "Insufficient rights for removing default security group.");
        }
    }

    @Override
    void deleted(Row group) {
        FakeCollection all = rules.all();
        all.where(rule -> rule.is("security_group_id", group.id()) || rule.is("remote_group_id", group.id()))
                .forEach(rule -> all.remove(rule.id()));
    }
}
