package io.github.openstackjvm.testkit.compute;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;

/** Server groups. */
public final class FakeServerGroups implements FakeResource {
    private static final Schema ANY = Schema.text(0, Integer.MAX_VALUE);

    private final FakeCompute nova;

    FakeServerGroups(FakeCompute nova) {
        this.nova = nova;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/os-server-groups", this::list);
        routes.post("/os-server-groups", this::create);
        routes.get("/os-server-groups/{id}", call -> Json.reply(200, Json.map("server_group", view(call, find(call)))));
        routes.delete("/os-server-groups/{id}", call -> {
            groups().remove(find(call).id());
            return FakeResponse.of(204);
        });
    }

    private FakeCollection groups() {
        return nova.collection("server_groups");
    }

    private FakeResponse list(Call call) {
        FakeCompute.query(call, Map.of("all_projects", ANY, "limit", Forms.DIGITS, "offset", Forms.DIGITS));
        boolean all = call.query("all_projects").isPresent() && call.caller().admin();
        List<Row> rows = all
                ? groups().all()
                : groups().where("project_id", call.caller().projectId());
        return Json.reply(
                200,
                Json.map(
                        "server_groups",
                        Paging.slice(call, rows).stream()
                                .map(row -> view(call, row))
                                .toList()));
    }

    private FakeResponse create(Call call) {
        Map<String, Object> wanted = FakeCompute.body(call, "server_group", form(call));
        Object rules = wanted.getOrDefault("rules", Map.of());
        Object policy = wanted.get("policies") instanceof List<?> policies ? policies.get(0) : wanted.get("policy");
        if (!"anti-affinity".equals(policy) && !rules.equals(Map.of())) {
            throw Refusal.badRequest("Only anti-affinity policy supports rules.");
        }
        String project = call.caller().projectId();
        String user = call.caller().userId();
        if (nova.quotas().over(project, user, Map.of("server_groups", 1L)).isPresent()) {
            throw Refusal.forbidden("Quota exceeded, too many server groups.");
        }
        Row row = groups().add(Row.of(
                "id",
                nova.world().ids().uuid(),
                "name",
                wanted.get("name"),
                "policy",
                policy,
                "rules",
                rules,
                "members",
                new ArrayList<String>(),
                "project_id",
                project,
                "user_id",
                user));
        return Json.reply(200, Json.map("server_group", view(call, row)));
    }

    private static Schema form(Call call) {
        Schema.ObjectSchema form =
                Schema.object().required("name", Schema.text(1, 255).and(Text::printableName));
        Schema policy = call.since("2.15")
                ? Schema.oneOf("anti-affinity", "affinity", "soft-anti-affinity", "soft-affinity")
                : Schema.oneOf("anti-affinity", "affinity");
        if (!call.since("2.64")) {
            return form.required("policies", Forms.list(policy, 1, 1));
        }
        return form.required("policy", policy)
                .optional("rules", Schema.object().optional("max_server_per_host", Schema.integer(1, Long.MAX_VALUE)));
    }

    /** The group of this id, whoever asks. */
    Optional<Row> find(String id) {
        return groups().find(id);
    }

    /** The servers of a group that have not been deleted. */
    List<String> members(Row group) {
        FakeCollection servers = nova.collection("servers");
        return group.texts("members").stream()
                .filter(id ->
                        servers.find(id).filter(server -> !server.is("deleted")).isPresent())
                .toList();
    }

    /** A new server is in a group. */
    void join(Row group, String server) {
        List<String> members = group.texts("members");
        members.add(server);
        group.set("members", members);
    }

    /** The groups a server is in. */
    List<String> of(String server) {
        return groups().where(group -> group.texts("members").contains(server)).stream()
                .map(Row::id)
                .toList();
    }

    private Row find(Call call) {
        String id = call.param("id");
        return groups().find(id)
                .filter(row -> row.is("project_id", call.caller().projectId())
                        || call.caller().admin())
                .orElseThrow(() -> Refusal.notFound("Instance group " + id + " could not be found."));
    }

    private Map<String, Object> view(Call call, Row row) {
        Map<String, Object> view = row.pick("id", "name");
        if (call.since("2.64")) {
            view.putAll(row.pick("policy", "rules"));
        } else {
            view.putAll(Json.map("policies", List.of(row.text("policy")), "metadata", Map.of()));
        }
        view.put("members", members(row));
        if (call.since("2.13")) {
            view.putAll(row.pick("project_id", "user_id"));
        }
        return view;
    }
}
