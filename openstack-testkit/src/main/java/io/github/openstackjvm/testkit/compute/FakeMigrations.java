package io.github.openstackjvm.testkit.compute;

import java.time.Instant;
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
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;

/** All moves of servers, of every kind and state. */
final class FakeMigrations implements FakeResource {
    private static final String PATH = "/os-migrations";
    private static final Schema QUERY = Schema.text(0, 255);
    private static final Set<String> EQUAL =
            Set.of("instance_uuid", "source_compute", "status", "migration_type", "user_id", "project_id");

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
        Collections.reverse(found);
        int from = 0;
        if (call.query("marker").isPresent()) {
            String marker = call.query("marker").get();
            from = found.stream().map(row -> row.text("uuid")).toList().indexOf(marker) + 1;
            if (from == 0) {
                throw Refusal.badRequest("Marker " + marker + " could not be found.");
            }
        }
        List<Row> page = found.subList(from, Math.min(found.size(), from + FakeCompute.limit(call)));
        Map<String, Object> body = Json.map("migrations", views(call, page));
        List<Object> links = FakeCompute.nextLinks(
                call,
                PATH,
                FakeCompute.limit(call),
                page.stream().map(row -> row.text("uuid")).toList());
        if (!links.isEmpty()) {
            body.put("migrations_links", links);
        }
        return Json.reply(200, body);
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
        known.put("limit", Schema.text(1, Forms.MAX).matching("^[0-9]*$"));
        known.put("marker", Forms.TEXT);
        known.put("changes-since", Forms.TIME);
        if (call.since("2.66")) {
            known.put("changes-before", Forms.TIME);
        }
        if (call.since("2.80")) {
            known.put("user_id", Forms.TEXT);
            known.put("project_id", Forms.TEXT);
        }
        FakeCompute.strict(call, known);
    }

    private static boolean fits(Call call, Row row) {
        for (String name : call.query().keySet()) {
            if (EQUAL.contains(name) && !row.is(name, call.query(name).orElse(""))) {
                return false;
            }
        }
        String host = call.query("host").orElse("");
        boolean there = host.isEmpty() || row.is("source_compute", host) || row.is("dest_compute", host);
        // Nothing is hidden here; that "true" is no number, Nova's database takes for zero.
        return there
                && Forms.number(call.query("hidden").orElse("0")) == 0
                && (!call.since("2.59") || changed(call, row));
    }

    private static boolean changed(Call call, Row row) {
        Instant since = call.query("changes-since").map(Text::time).orElse(Instant.MIN);
        Instant before = call.query("changes-before").map(Text::time).orElse(Instant.MAX);
        if (before.isBefore(since)) {
            throw Refusal.badRequest("The value of changes-since must be less than or equal to changes-before.");
        }
        Instant at = Instant.parse(row.text("updated_at"));
        return !at.isBefore(since) && !at.isAfter(before);
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
