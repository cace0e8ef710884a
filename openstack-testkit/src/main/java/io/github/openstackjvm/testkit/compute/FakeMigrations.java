package io.github.openstackjvm.testkit.compute;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;

/** All moves of servers, of every kind and state. */
final class FakeMigrations implements FakeResource {
    private static final String PATH = "/os-migrations";
    private static final Schema QUERY = Schema.text(0, 255);
    private static final Set<String> EQUAL =
            Set.of("instance_uuid", "status", "migration_type", "user_id", "project_id");

    private final MigrationBook book;

    FakeMigrations(FakeServers servers) {
        book = servers.book();
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, this::list);
    }

    private FakeResponse list(Call call) {
        checkQuery(call);
        FakeCompute.adminOnly(call, "os-migrations:index");
        List<Row> found = new ArrayList<>(book.ofExisting());
        found.removeIf(row -> !fits(call, row));
        if (!call.since("2.59")) {
            return Json.reply(200, Json.map("migrations", views(call, found)));
        }
        Changes changes = Changes.asked(call);
        found.removeIf(row -> !changes.cover(row.text("updated_at")));
        Collections.reverse(found);
        List<Row> page = Paging.page(call, found, FakeMigrations::mark);
        Map<String, Object> body = Json.map("migrations", views(call, page));
        Paging.link(call, body, "migrations_links", PATH, page, FakeMigrations::mark);
        return Json.reply(200, body);
    }

    private static String mark(Row row) {
        return row.text("uuid");
    }

    private static void checkQuery(Call call) {
        Map<String, Schema> known = new LinkedHashMap<>();
        for (String name : List.of("hidden", "host", "instance_uuid", "source_compute", "status", "migration_type")) {
            known.put(name, QUERY);
        }
        if (!call.since("2.59")) {
            FakeCompute.query(call, known);
            return;
        }
        known.putAll(Paging.known());
        Changes.know(call, known);
        if (call.since("2.80")) {
            known.put("user_id", Forms.TEXT);
            known.put("project_id", Forms.TEXT);
        }
        FakeCompute.strict(call, known);
    }

    private static boolean fits(Call call, Row row) {
        for (String name : EQUAL) {
            if (call.query(name).isPresent() && !row.is(name, call.query(name).get())) {
                return false;
            }
        }
        // Nothing is hidden here; that "true" is no number, Nova's database takes for zero.
        return there(call, row) && Forms.number(call.query("hidden").orElse("0")) == 0;
    }

    /** Who names a host is not heard on where the move began. */
    private static boolean there(Call call, Row row) {
        if (call.query("host").isPresent()) {
            String host = call.query("host").get();
            return row.is("source_compute", host) || row.is("dest_compute", host);
        }
        return call.query("source_compute")
                .map(host -> row.is("source_compute", host))
                .orElse(true);
    }

    private static List<Object> views(Call call, List<Row> rows) {
        return rows.stream().<Object>map(row -> view(call, row)).toList();
    }

    private static Map<String, Object> view(Call call, Row row) {
        Map<String, Object> view = Json.map("id", row.number("number"));
        if (call.since("2.59")) {
            view.putAll(row.pick("uuid"));
        }
        view.putAll(row.pick(
                "source_compute",
                "dest_compute",
                "source_node",
                "dest_node",
                "dest_host",
                "old_instance_type_id",
                "new_instance_type_id",
                "instance_uuid",
                "status"));
        if (call.since("2.23")) {
            view.putAll(row.pick("migration_type"));
        }
        if (call.since("2.80")) {
            view.putAll(row.pick("user_id", "project_id"));
        }
        Json.put(view, "created_at", Text.micros(row.get("created_at")));
        Json.put(view, "updated_at", Text.micros(row.get("updated_at")));
        if (call.since("2.23")
                && row.is("migration_type", MigrationBook.LIVE)
                && MigrationBook.IN_PROGRESS.contains(row.text("status"))) {
            view.put(
                    "links",
                    ServerView.links(call, "/servers/" + row.text("instance_uuid") + "/migrations/" + row.id()));
        }
        return view;
    }
}
