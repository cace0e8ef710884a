package io.github.openstackjvm.testkit.identity;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
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
        routes.get("/users/{user}/groups", call -> {
            own(call, "user", "list_groups_for_user");
            return FakeIdentity.list(call, "groups", List.of(), Row::fields);
        });
        routes.get("/groups", call -> {
            FakeIdentity.adminOnly(call, "list_groups");
            return FakeIdentity.list(call, "groups", List.of(), Row::fields);
        });
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
        view.put("options", Map.of());
        return FakeIdentity.linked(call, "/users", view);
    }
}
