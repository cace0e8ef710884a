package io.github.openstackjvm.testkit.identity;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;

/** Projects: administrators see all, others those they are in. */
final class FakeProjects implements FakeResource {
    private final FakeIdentity keystone;
    private final Directory directory;

    FakeProjects(FakeIdentity keystone, Directory directory) {
        this.keystone = keystone;
        this.directory = directory;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/projects", call -> {
            FakeIdentity.adminOnly(call, "list_projects");
            return list(call, directory.projects().all());
        });
        routes.get("/projects/{id}", call -> {
            if (!call.param("id").equals(call.caller().projectId())) {
                FakeIdentity.adminOnly(call, "get_project");
            }
            Row row = FakeIdentity.find(keystone, "projects", "project", call.param("id"));
            return Json.reply(200, Json.map("project", view(call, row)));
        });
        routes.get("/users/{user}/projects", call -> {
            String user = call.param("user");
            if (!user.equals(call.caller().userId())) {
                FakeIdentity.adminOnly(call, "list_user_projects");
            }
            Set<String> theirs = directory.targets(user, "project_id");
            return list(call, directory.projects().where(row -> theirs.contains(row.id())));
        });
    }

    static FakeResponse list(Call call, List<Row> rows) {
        return FakeIdentity.list(call, "projects", rows, row -> view(call, row));
    }

    private static Map<String, Object> view(Call call, Row row) {
        Map<String, Object> view =
                row.pick("id", "name", "domain_id", "description", "enabled", "parent_id", "is_domain", "tags");
        view.put("options", Map.of());
        return FakeIdentity.linked(call, "/projects", view);
    }
}
