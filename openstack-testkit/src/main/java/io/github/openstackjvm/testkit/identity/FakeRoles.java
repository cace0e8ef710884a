package io.github.openstackjvm.testkit.identity;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;

/** Roles, and who has them where. */
final class FakeRoles implements FakeResource {
    private final FakeIdentity keystone;
    private final Directory directory;

    FakeRoles(FakeIdentity keystone, Directory directory) {
        this.keystone = keystone;
        this.directory = directory;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/roles", call -> {
            FakeIdentity.adminOnly(call, "list_roles");
            return FakeIdentity.list(call, "roles", directory.roles().all(), row -> view(call, row));
        });
        routes.get("/roles/{id}", call -> {
            Row row = FakeIdentity.find(keystone, "roles", "role", call.param("id"));
            FakeIdentity.adminOnly(call, "get_role");
            return Json.reply(200, Json.map("role", view(call, row)));
        });
        routes.get("/role_assignments", this::assignments);
    }

    static Map<String, Object> view(Call call, Row row) {
        return FakeIdentity.linked(call, "/roles", row.pick("id", "name", "domain_id", "description", "options"));
    }

    private FakeResponse assignments(Call call) {
        FakeIdentity.adminOnly(call, "list_role_assignments");
        List<Row> found = directory.assignments().where(grant -> wanted(call, grant));
        return FakeIdentity.list(call, "role_assignments", found, grant -> assignment(call, grant));
    }

    private static boolean wanted(Call call, Row grant) {
        return call.query("user.id").map(id -> grant.is("user_id", id)).orElse(true)
                && call.query("role.id").map(id -> grant.is("role_id", id)).orElse(true)
                && call.query("scope.project.id")
                        .map(id -> grant.is("project_id", id))
                        .orElse(true)
                && call.query("scope.domain.id")
                        .map(id -> grant.is("domain_id", id))
                        .orElse(true)
                && call.query("scope.system")
                        .map(any -> grant.get("system") != null)
                        .orElse(true);
    }

    private Map<String, Object> assignment(Call call, Row grant) {
        String user = grant.text("user_id");
        Row role = FakeIdentity.find(keystone, "roles", "role", grant.text("role_id"));
        String who = "/users/" + user + "/roles/" + role.id();
        boolean names = call.query().containsKey("include_names");
        Map<String, Object> scope;
        String where;
        if (grant.get("project_id") != null) {
            Row project = FakeIdentity.find(keystone, "projects", "project", grant.text("project_id"));
            scope = Json.map("project", names ? directory.brief(project) : project.pick("id"));
            where = "/projects/" + project.id();
        } else if (grant.get("domain_id") != null) {
            Row domain = FakeIdentity.find(keystone, "domains", "domain", grant.text("domain_id"));
            scope = Json.map("domain", names ? domain.pick("id", "name") : domain.pick("id"));
            where = "/domains/" + domain.id();
        } else {
            scope = Json.map("system", Map.of("all", true));
            where = "/system";
        }
        Row owner = FakeIdentity.find(keystone, "users", "user", user);
        return Json.map(
                "links",
                Json.map("assignment", call.url(where + who)),
                "scope",
                scope,
                "user",
                names ? directory.brief(owner) : owner.pick("id"),
                "role",
                names ? role.pick("id", "name") : role.pick("id"));
    }
}
