package io.github.openstackjvm.testkit.compute;

import java.util.List;

import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Row;

/** Deletes servers: what was made for them goes with them, what was lent to them is free again. */
final class ServerRemoval {
    private static final String DELETE = "delete";

    private final Instances instances;
    private final ServerWork work;
    private final ServerBuild build;
    private final Plugging plugging;
    private final Glance glance;

    ServerRemoval(Instances instances, ServerWork work, ServerBuild build, Plugging plugging, Glance glance) {
        this.instances = instances;
        this.work = work;
        this.build = build;
        this.plugging = plugging;
        this.glance = glance;
        work.on(DELETE, this::gone);
    }

    /** Begins; at once when no host has the server. */
    void begin(Call call, Row server) {
        String vmState = server.text("vm_state");
        if (vmState.startsWith("shelved")) {
            glance.delete(server.text("shelved_image"));
        }
        server.set("progress", 0);
        if (server.text("host").isEmpty()) {
            work.stop(server);
            gone(server);
        } else if (!server.is("task_state", "deleting")) {
            work.begin(call, server, DELETE, "deleting", "compute_terminate_instance");
        }
    }

    private void gone(Row server) {
        plugging.unplug(server);
        build.freeVolumes(server);
        server.set("deleted", true)
                .set("terminated_at", instances.now())
                .set("deleted_at", instances.now())
                .set("power_state", 0)
                .set("metadata", Json.map())
                .set("tags", List.of());
        instances.become(server, "deleted", null);
    }
}
