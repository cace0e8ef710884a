package io.github.openstackjvm.testkit.compute;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;

/** The tags of servers. A lock does not keep anybody from changing them. */
final class FakeServerTags implements FakeResource {
    private static final String PATH = "/servers/{server}/tags";
    private static final int MOST = 50;
    private static final Schema ALL = Schema.object().required("tags", Forms.list(Forms.TAG, 0, MOST));

    private final Instances instances;

    FakeServerTags(Instances instances) {
        this.instances = instances;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, call -> Json.reply(200, Json.map("tags", sorted(instances.getByCell(call)))))
                .since("2.26");
        routes.put(PATH, this::replace).since("2.26");
        routes.delete(PATH, this::clear).since("2.26");
        routes.get(PATH + "/{tag}", this::has).since("2.26");
        routes.put(PATH + "/{tag}", this::add).since("2.26");
        routes.delete(PATH + "/{tag}", this::remove).since("2.26");
    }

    private static Set<String> sorted(Row server) {
        return new TreeSet<>(server.texts("tags"));
    }

    private static FakeResponse empty() {
        return FakeResponse.of(204).with("Content-Type", "application/json");
    }

    private Row server(Call call, String action) {
        Row server = instances.getByCell(call);
        Guard.in(server, action, "active", "paused", "suspended", "stopped");
        return server;
    }

    private FakeResponse has(Call call) {
        Row server = instances.getByCell(call);
        String tag = call.param("tag");
        if (!server.texts("tags").contains(tag)) {
            throw Refusal.notFound("Server " + server.id() + " has no tag '" + tag + "'");
        }
        return empty();
    }

    private FakeResponse add(Call call) {
        Row server = server(call, "update tag");
        String tag = call.param("tag");
        Schema.Violation violation = Forms.TAG.check(List.of(), tag);
        if (violation != null) {
            throw Refusal.badRequest(
                    "Tag '" + tag + "' is invalid. It must be a non empty string without characters '/' "
                            + "and ','. Validation error message: " + violation.message());
        }
        List<String> tags = server.texts("tags");
        if (tags.size() >= MOST) {
            throw Refusal.badRequest("The number of tags exceeded the per-server limit " + MOST);
        }
        if (tags.contains(tag)) {
            return FakeResponse.of(204).with("Content-Type", "text/html; charset=UTF-8");
        }
        tags.add(tag);
        server.set("tags", tags);
        return FakeResponse.of(201)
                .with("Content-Type", "text/html; charset=UTF-8")
                .with("Location", call.url("/servers/" + server.id() + "/tags/" + tag));
    }

    private FakeResponse replace(Call call) {
        List<Object> wanted = new ArrayList<>();
        if (FakeCompute.body(call, ALL).get("tags") instanceof List<?> tags) {
            wanted.addAll(new TreeSet<>(tags.stream().map(Object::toString).toList()));
        }
        Row server = server(call, "update tags").set("tags", wanted);
        return Json.reply(200, Json.map("tags", sorted(server)));
    }

    private FakeResponse remove(Call call) {
        Row server = server(call, "delete tag");
        List<String> tags = server.texts("tags");
        if (!tags.remove(call.param("tag"))) {
            throw Refusal.notFound("Instance " + server.id() + " has no tag '" + call.param("tag") + "'");
        }
        server.set("tags", tags);
        return empty();
    }

    private FakeResponse clear(Call call) {
        server(call, "delete tags").set("tags", new ArrayList<Object>());
        return empty();
    }
}
