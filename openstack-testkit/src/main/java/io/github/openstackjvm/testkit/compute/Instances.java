package io.github.openstackjvm.testkit.compute;

import java.util.List;
import java.util.Optional;

import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** The servers of a region, the deleted ones included, and what all that is done with them shares. */
final class Instances {
    /** What goes on in the background with servers is of this kind. */
    static final String KIND = "server";

    private final FakeCompute nova;

    Instances(FakeCompute nova) {
        this.nova = nova;
    }

    FakeCollection all() {
        return nova.collection("servers");
    }

    /** The server the path names. */
    Row get(Call call) {
        return get(call, call.param("server"));
    }

    /** The server of that id, when the caller may see it. */
    Row get(Call call, String id) {
        return visible(call, id).filter(server -> !server.is("deleted")).orElseThrow(() -> missing(id));
    }

    /** The same, deleted or not. */
    Row getEvenDeleted(Call call) {
        String id = call.param("server");
        return visible(call, id).orElseThrow(() -> missing(id));
    }

    /** The server of the path, looked for in the way that starts with its cell: an id nobody has is refused in other words. */
    Row getByCell(Call call) {
        String id = call.param("server");
        if (!all().has(id)) {
            throw Refusal.notFound("Instance " + id + " has no mapping to a cell.");
        }
        return get(call);
    }

    /** The server of that id, whoever asks; empty when it is deleted. */
    Optional<Row> find(String id) {
        return all().find(id).filter(server -> !server.is("deleted"));
    }

    private Optional<Row> visible(Call call, String id) {
        return all().find(id)
                .filter(server -> call.caller().admin()
                        || server.is("project_id", call.caller().projectId()));
    }

    static Refusal missing(String id) {
        return Refusal.notFound("Instance " + id + " could not be found.");
    }

    /** The servers of a project that are not deleted. */
    List<Row> of(String project) {
        return all().where(server -> server.is("project_id", project) && !server.is("deleted"));
    }

    /** The flavor of a server, as it was when the server got it. */
    static Row flavor(Row server) {
        return new Row(server.object("flavor"));
    }

    /** What time it is, as it is kept. */
    String now() {
        return Text.seconds(nova.world().now());
    }

    Row touch(Row server) {
        return server.set("updated_at", now());
    }

    /** What happens with it now; null when nothing does. */
    void task(Row server, @Nullable String task) {
        touch(server.set("task_state", task));
    }

    /** What it has become. */
    void become(Row server, String vmState, @Nullable String task) {
        touch(server.set("vm_state", vmState).set("task_state", task));
    }

    /** It is about to be shown. */
    void shown(Row server) {
        nova.world().motion().read(nova.region(), KIND, server.id());
    }
}
