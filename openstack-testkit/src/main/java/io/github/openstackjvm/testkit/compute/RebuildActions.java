package io.github.openstackjvm.testkit.compute;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** Building servers anew from an image, with the same addresses. */
final class RebuildActions {
    private static final Map<String, String> FIELDS = Map.of(
            "name", "name",
            "description", "description",
            "key_name", "key_name",
            "user_data", "user_data",
            "trusted_image_certificates", "trusted_certs",
            "hostname", "hostname",
            "accessIPv4", "access_ip_v4",
            "accessIPv6", "access_ip_v6");

    private final FakeServers servers;
    private final Instances instances;
    private final ServerWork work;

    RebuildActions(FakeServers servers) {
        this.servers = servers;
        instances = servers.instances();
        work = servers.work();
        work.on("rebuild", this::rebuilt);
    }

    void add(ServerActions actions) {
        actions.add("rebuild", this::rebuild).takes(ServerSchemas::rebuild);
    }

    private FakeResponse rebuild(Call call, Row server, @Nullable Object argument) {
        Map<String, Object> wanted = Json.object(argument);
        String password = Forms.str(wanted.getOrDefault("adminPass", servers.newPassword()));
        Guard.unlocked(call, server);
        Guard.idle(server, "rebuild", "active", "stopped", "error");
        Object key = wanted.get("key_name");
        if (key != null && servers.key(call.caller().userId(), key.toString()).isEmpty()) {
            throw Refusal.badRequest("Invalid key_name provided.");
        }
        String imageId = Forms.str(wanted.get("imageRef"));
        Map<String, Object> image = servers.glance()
                .image(call.caller(), imageId)
                .orElseThrow(() -> Refusal.badRequest("Cannot find image for rebuild"));
        boolean volumeBacked = servers.devices().volumeBacked(server);
        Map<String, Object> root = volumeBacked ? checkVolume(call, server, imageId, wanted) : null;
        servers.checks().checkMetadata(call.caller(), Json.object(wanted.get("metadata")));
        servers.checks().checkFiles(call.caller(), wanted.get("personality"));
        BootChecks.checkImage(
                image, Instances.flavor(server), root, call.caller().admin());
        change(server, wanted, image, volumeBacked);
        server.set("old_vm_state", server.text("vm_state"));
        // Shown is what the server is while it is rebuilt, although that may be over in no time.
        instances.task(server, "rebuilding");
        Map<String, Object> view = servers.view(call, server, ServerView.Extent.REBUILT);
        view.put("adminPass", password);
        if (call.since("2.57")) {
            Json.put(view, "user_data", server.get("user_data"));
        }
        work.begin(call, server, "rebuild", "rebuilding", "rebuild_server", "compute_rebuild_instance");
        return Json.reply(202, Json.map("server", view)).with("Location", call.url("/servers/" + server.id()));
    }

    private Map<String, Object> checkVolume(Call call, Row server, String image, Map<String, Object> wanted) {
        if (wanted.get("trusted_image_certificates") != null) {
            throw Refusal.badRequest("Image certificate validation is not supported for volume-backed servers.");
        }
        Row device = servers.devices().root(server.id()).orElseThrow(() -> Instances.missing(server.id()));
        boolean same = servers.cinder()
                .volume(call.caller(), device.text("volume_id"))
                .filter(volume -> image.equals(volume.object("image_metadata").get("image_id")))
                .isPresent();
        if (!same && !call.since("2.93")) {
            throw Refusal.badRequest("Image " + image
                    + " is unacceptable: Unable to rebuild with a different image for a volume-backed server.");
        }
        return device.fields();
    }

    private static void change(
            Row server, Map<String, Object> wanted, Map<String, Object> image, boolean volumeBacked) {
        FIELDS.forEach((name, field) -> {
            if (wanted.containsKey(name)) {
                server.set(field, wanted.get(name));
            }
        });
        if (wanted.containsKey("metadata")) {
            server.set("metadata", new LinkedHashMap<>(Json.object(wanted.get("metadata"))));
        }
        if (wanted.containsKey("OS-DCF:diskConfig")) {
            server.set("auto_disk_config", "AUTO".equals(wanted.get("OS-DCF:diskConfig")));
        }
        if (!volumeBacked) {
            server.set("image_ref", image.get("id"));
        }
        server.set("image", FakeServers.remembered(image, Instances.flavor(server)))
                .set("image_properties", image.get("properties"))
                .set("progress", 0);
    }

    private void rebuilt(Row server) {
        boolean stopped = server.is("old_vm_state", "stopped");
        server.set("launched_at", instances.now()).set("power_state", stopped ? 4 : 1);
        instances.become(server, stopped ? "stopped" : "active", null);
    }
}
