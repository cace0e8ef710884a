package io.github.openstackjvm.testkit.compute;

import java.util.List;
import java.util.Optional;

import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** Every move of a server from one host to another: resizes, cold and live migrations, evacuations. */
final class MigrationBook {
    static final String LIVE = "live-migration";

    /** Live migrations in these states are under way. */
    static final List<String> IN_PROGRESS = List.of("queued", "preparing", "running", "post-migrating");

    private static final List<String> ENDED =
            List.of("confirmed", "reverted", "error", "failed", "completed", "cancelled", "done");

    private final FakeCompute nova;
    private final Instances instances;

    MigrationBook(FakeCompute nova, Instances instances) {
        this.nova = nova;
        this.instances = instances;
    }

    private FakeCollection all() {
        return nova.collection("migrations");
    }

    /** A move begins. Its number is its id. */
    Row add(Call call, Row server, String type, String status, @Nullable String to, Row newFlavor) {
        long number = all().all().size() + 1L;
        Row row = all().add(Row.of(
                "id", String.valueOf(number),
                "number", number,
                "uuid", nova.world().ids().uuid(),
                "source_compute", server.text("host"),
                "source_node", server.text("node"),
                "dest_compute", to,
                "dest_node", to,
                "dest_host", null,
                "old_instance_type_id", Instances.flavor(server).get("number"),
                "new_instance_type_id", newFlavor.get("number"),
                "instance_uuid", server.id(),
                "status", status,
                "migration_type", type,
                "user_id", call.caller().userId(),
                "project_id", call.caller().projectId(),
                "created_at", instances.now(),
                "updated_at", instances.now()));
        server.set("migration", row.id());
        return row;
    }

    Optional<Row> find(String server, String id) {
        return all().find(id).filter(row -> row.is("instance_uuid", server));
    }

    /** The latest of a server. */
    Optional<Row> latest(Row server) {
        return all().find(server.text("migration"));
    }

    /** Those of a server that are under way and live. */
    List<Row> live(Row server) {
        return all().where(row -> row.is("instance_uuid", server.id())
                && row.is("migration_type", LIVE)
                && IN_PROGRESS.contains(row.text("status")));
    }

    /** The latest of a server has come so far. */
    void status(Row server, String status) {
        latest(server).ifPresent(row -> row.set("status", status).set("updated_at", instances.now()));
    }

    /** The host the latest one of a server goes to. */
    String target(Row server) {
        return latest(server).map(row -> row.text("dest_compute")).orElse(server.text("host"));
    }

    /** The host the latest one of a server came from. */
    String source(Row server) {
        return latest(server).map(row -> row.text("source_compute")).orElse(server.text("host"));
    }

    /** All moves of servers that still exist: those of a deleted server are forgotten with it. */
    List<Row> ofExisting() {
        return all().where(row -> instances.find(row.text("instance_uuid")).isPresent());
    }

    /** Whether servers are moving to a host or from it. */
    boolean busy(String host) {
        return all()
                .where(row -> (row.is("source_compute", host) || row.is("dest_compute", host))
                        && !ENDED.contains(row.text("status")))
                .stream()
                .anyMatch(row -> instances.find(row.text("instance_uuid")).isPresent());
    }

    /** The evacuations from a host which it does not know of yet. */
    List<Row> evacuated(String host) {
        List<Row> found = ofExisting();
        found.removeIf(row -> !row.is("source_compute", host)
                || !row.is("migration_type", "evacuation")
                || !row.is("status", "done"));
        return found;
    }

    /** A host that starts anew learns which servers were evacuated from it, and forgets them. */
    void completeEvacuations(String host) {
        evacuated(host).forEach(row -> row.set("status", "completed").set("updated_at", instances.now()));
    }
}
