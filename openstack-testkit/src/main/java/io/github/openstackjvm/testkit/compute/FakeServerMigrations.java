package io.github.openstackjvm.testkit.compute;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;

/** The live migrations of a server that are under way. */
final class FakeServerMigrations implements FakeResource {
    private static final String PATH = "/servers/{server}/migrations";

    private final FakeServers servers;
    private final MigrationBook book;

    FakeServerMigrations(FakeServers servers) {
        this.servers = servers;
        book = servers.book();
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, this::list).since("2.23");
        routes.get(PATH + "/{id}", this::show).since("2.23");
        routes.delete(PATH + "/{id}", this::abort).since("2.24");
        routes.post(PATH + "/{id}/action", this::act).since("2.22");
    }

    private Row server(Call call, String rule) {
        Row server = servers.instances().get(call);
        FakeCompute.adminOnly(call, "servers:migrations:" + rule);
        return server;
    }

    private FakeResponse list(Call call) {
        Row server = server(call, "index");
        return Json.reply(
                200,
                Json.map(
                        "migrations",
                        book.live(server).stream().map(row -> view(call, row)).toList()));
    }

    private FakeResponse show(Call call) {
        Row server = server(call, "show");
        String id = call.param("id");
        Row row = book.find(server.id(), id)
                .orElseThrow(() -> Refusal.notFound(
                        "In-progress live migration " + id + " is not found for server " + server.id() + "."));
        if (!row.is("migration_type", MigrationBook.LIVE)) {
            throw Refusal.notFound("Migration " + id + " for server " + server.id() + " is not live-migration.");
        }
        if (!MigrationBook.IN_PROGRESS.contains(row.text("status"))) {
            throw Refusal.notFound("Live migration " + id + " for server " + server.id() + " is not in progress.");
        }
        return Json.reply(200, Json.map("migration", view(call, row)));
    }

    private static Map<String, Object> view(Call call, Row row) {
        Map<String, Object> view = Json.map("created_at", Text.micros(row.get("created_at")));
        view.putAll(row.pick("dest_compute", "dest_host", "dest_node"));
        for (String what : List.of("disk", "memory")) {
            for (String part : List.of("processed", "remaining", "total")) {
                Json.put(view, what + "_" + part + "_bytes", row.get(what + "_" + part));
            }
        }
        view.put("id", row.number("number"));
        view.put("server_uuid", row.text("instance_uuid"));
        view.putAll(row.pick("source_compute", "source_node", "status"));
        Json.put(view, "updated_at", Text.micros(row.get("updated_at")));
        if (call.since("2.59")) {
            view.putAll(row.pick("uuid"));
        }
        if (call.since("2.80")) {
            view.putAll(row.pick("user_id", "project_id"));
        }
        return view;
    }

    private FakeResponse abort(Call call) {
        Row server = server(call, "delete");
        String id = call.param("id");
        Guard.unlocked(call, server);
        checkMigrating(server, "abort live migration");
        Row row = book.find(server.id(), id)
                .orElseThrow(() -> Refusal.notFound("Migration " + id + " not found for instance " + server.id()));
        boolean queued = List.of("queued", "preparing").contains(row.text("status")) && call.since("2.65");
        if (!row.is("status", "running") && !queued) {
            throw wrong(server, row, "abort live migration");
        }
        servers.log().note(call, server, "live_migration_cancel", "compute_live_migration_abort");
        servers.work().stop(server);
        book.status(server, "cancelled");
        servers.instances().task(server, null);
        return ServerActions.accepted();
    }

    private FakeResponse act(Call call) {
        FakeCompute.body(call, Schema.object().required("force_complete", Forms.NOTHING));
        Row server = server(call, "force_complete");
        String id = call.param("id");
        Guard.unlocked(call, server);
        Guard.in(server, "force_complete", "active");
        checkMigrating(server, "force_complete");
        Row row = book.find(server.id(), id)
                .orElseThrow(() -> Refusal.badRequest("Migration " + id + " not found for instance " + server.id()));
        if (!row.is("status", "running")) {
            throw wrong(server, row, "force complete");
        }
        servers.log().note(call, server, "live_migration_force_complete", "compute_live_migration_force_complete");
        servers.work().stop(server);
        servers.work().done(server.id(), MigrationBook.LIVE);
        return ServerActions.accepted();
    }

    private static void checkMigrating(Row server, String action) {
        if (!server.is("task_state", "migrating")) {
            throw Guard.state(server, action, "task_state");
        }
    }

    private static Refusal wrong(Row server, Row row, String action) {
        return Refusal.badRequest("Migration " + row.id() + " state of instance " + server.id() + " is "
                + row.text("status") + ". Cannot " + action + " while the migration is in this state.");
    }
}
