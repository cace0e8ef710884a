package io.github.openstackjvm.testkit.identity;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;

/** Users: administrators see all, others themselves. There are no groups. */
final class FakeUsers implements FakeResource {
    private final FakeIdentity keystone;
    private final Directory directory;

    FakeUsers(FakeIdentity keystone, Directory directory) {
        this.keystone = keystone;
        this.directory = directory;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/users", call -> {
            FakeIdentity.adminOnly(call, "list_users");
            return FakeIdentity.list(call, "users", directory.users().all(), row -> view(call, row));
        });
        routes.get("/users/{id}", call -> {
            own(call, "id", "get_user");
            Row row = FakeIdentity.find(keystone, "users", "user", call.param("id"));
            return Json.reply(200, Json.map("user", view(call, row)));
        });
        routes.post("/users", this::create);
        routes.patch("/users/{id}", this::update);
        routes.delete("/users/{id}", this::delete);
        routes.put("/projects/{project}/users/{user}/roles/{role}", this::grant);
        routes.get("/users/{user}/groups", call -> {
            own(call, "user", "list_groups_for_user");
            return FakeIdentity.list(call, "groups", List.of(), Row::fields);
        });
        routes.get("/groups", call -> {
            FakeIdentity.adminOnly(call, "list_groups");
            return FakeIdentity.list(call, "groups", List.of(), Row::fields);
        });
    }

    private FakeResponse create(Call call) {
        FakeIdentity.adminOnly(call, "create_user");
        Map<String, Object> wanted = Json.object(FakeIdentity.body(call).get("user"));
        if (!(wanted.get("name") instanceof String name)) {
            throw Refusal.badRequest("'name' is a required property");
        }
        Object domain = wanted.getOrDefault("domain_id", "default");
        boolean taken = !directory
                .users()
                .where(row -> row.is("name", name) && row.is("domain_id", domain))
                .isEmpty();
        if (taken) {
            throw Refusal.conflict("Conflict occurred attempting to store user - Duplicate entry found with name "
                    + name + " at domain ID " + domain + ".");
        }
        Row row = Row.of("id", keystone.world().ids().hex(), "name", name, "domain_id", domain, "enabled", true);
        wanted.forEach(row::set);
        directory.users().add(row);
        return Json.reply(201, Json.map("user", view(call, row)));
    }

    private FakeResponse update(Call call) {
        FakeIdentity.adminOnly(call, "update_user");
        Row row = FakeIdentity.find(keystone, "users", "user", call.param("id"));
        Json.object(FakeIdentity.body(call).get("user")).forEach(row::set);
        return Json.reply(200, Json.map("user", view(call, row)));
    }

    private FakeResponse delete(Call call) {
        FakeIdentity.adminOnly(call, "delete_user");
        Row row = FakeIdentity.find(keystone, "users", "user", call.param("id"));
        directory.users().remove(row.id());
        for (String kind : List.of("tokens", "assignments", "credentials", "application_credentials")) {
            keystone.collection(kind)
                    .where("user_id", row.id())
                    .forEach(one -> keystone.collection(kind).remove(one.id()));
        }
        return FakeResponse.of(204);
    }

    private FakeResponse grant(Call call) {
        FakeIdentity.adminOnly(call, "create_grant");
        Row user = FakeIdentity.find(keystone, "users", "user", call.param("user"));
        Row role = FakeIdentity.find(keystone, "roles", "role", call.param("role"));
        Row project = FakeIdentity.find(keystone, "projects", "project", call.param("project"));
        directory
                .assignments()
                .add(Row.of(
                        "id", keystone.world().ids().hex(),
                        "user_id", user.id(),
                        "role_id", role.id(),
                        "project_id", project.id()));
        return FakeResponse.of(204);
    }

    /** Refuses who is neither the user the path names nor an administrator. */
    static void own(Call call, String param, String action) {
        if (!call.param(param).equals(call.caller().userId())) {
            FakeIdentity.adminOnly(call, action);
        }
    }

    private static Map<String, Object> view(Call call, Row row) {
        Map<String, Object> view = row.pick("id", "name", "domain_id", "enabled", "default_project_id");
        Json.put(view, "password_expires_at", null);
        view.put("options", row.object("options"));
        return FakeIdentity.linked(call, "/users", view);
    }
}
