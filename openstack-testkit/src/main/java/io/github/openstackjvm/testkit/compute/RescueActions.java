package io.github.openstackjvm.testkit.compute;

import java.util.Map;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;
import org.jspecify.annotations.Nullable;

/** Starting servers from another disk, to mend theirs. */
final class RescueActions {
    private static final Schema FORM = Forms.orNull(
            "object", Schema.object().optional("adminPass", Forms.TEXT).optional("rescue_image_ref", Forms.UUID));

    private final FakeServers servers;
    private final Instances instances;
    private final ServerWork work;

    RescueActions(FakeServers servers) {
        this.servers = servers;
        instances = servers.instances();
        work = servers.work();
        work.on("rescue", server -> {
            server.set("launched_at", instances.now()).set("power_state", 1);
            instances.become(server, "rescued", null);
        });
        work.on("unrescue", server -> {
            server.set("power_state", 1);
            instances.become(server, "active", null);
        });
    }

    void add(ServerActions actions) {
        actions.add("rescue", this::rescue).takes(FORM);
        actions.add("unrescue", this::unrescue);
    }

    private FakeResponse rescue(Call call, Row server, @Nullable Object argument) {
        Map<String, Object> wanted = Json.object(argument);
        String password = Forms.str(wanted.getOrDefault("adminPass", servers.newPassword()));
        Guard.unlocked(call, server);
        Guard.idle(server, "rescue", "active", "stopped", "error");
        Map<String, Object> properties = properties(call, server, Forms.str(wanted.get("rescue_image_ref")));
        checkVolumes(call, server);
        if (servers.devices().volumeBacked(server)) {
            boolean able = call.since("2.87")
                    && properties.containsKey("hw_rescue_bus")
                    && properties.containsKey("hw_rescue_device");
            throw Refusal.badRequest("Instance " + server.id() + " cannot be rescued: "
                    + (able
                            ? "Host unable to rescue a volume-backed instance"
                            : "Cannot rescue a volume-backed instance"));
        }
        work.begin(call, server, "rescue", "rescuing", "compute_rescue_instance");
        return Json.reply(200, Json.map("adminPass", password));
    }

    private Map<String, Object> properties(Call call, Row server, String image) {
        if (image.isEmpty()) {
            return Json.object(server.object("image").get("properties"));
        }
        return servers.glance()
                .image(call.caller(), image)
                .map(row -> Json.object(row.get("properties")))
                .filter(properties -> !properties.containsKey("block_device_mapping"))
                .orElseThrow(() -> Refusal.badRequest("Requested rescue image '" + image + "' is not supported"));
    }

    private void checkVolumes(Call call, Row server) {
        for (Row device : servers.devices().volumesOf(server.id())) {
            String id = device.text("volume_id");
            servers.cinder()
                    .volume(call.caller(), id)
                    .filter(volume -> !volume.is("status", "in-use"))
                    .ifPresent(volume -> {
                        throw Refusal.conflict("Invalid volume: volume '" + id
                                + "' status must be 'in-use'. Currently in '" + volume.text("status") + "' status");
                    });
        }
    }

    private FakeResponse unrescue(Call call, Row server, @Nullable Object argument) {
        Guard.unlocked(call, server);
        Guard.idle(server, "unrescue", "rescued");
        work.begin(call, server, "unrescue", "unrescuing", "compute_unrescue_instance");
        return ServerActions.accepted();
    }
}
