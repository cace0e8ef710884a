package io.github.openstackjvm.testkit.compute;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeBody;
import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;
import org.jspecify.annotations.Nullable;

/** Making images of servers. */
final class ImageActions {
    private static final String[] STATES = {"active", "stopped", "paused", "suspended"};
    private static final Schema IMAGE =
            Schema.object().required("name", Forms.NAME).optional("metadata", Forms.METADATA);
    private static final Schema BACKUP = Schema.object()
            .required("name", Forms.NAME)
            .required("backup_type", Forms.TEXT)
            .required("rotation", Forms.count(0))
            .optional("metadata", Forms.METADATA);

    private final FakeServers servers;
    private final Instances instances;
    private final ServerWork work;
    private final ServerImages images;

    ImageActions(FakeServers servers) {
        this.servers = servers;
        instances = servers.instances();
        work = servers.work();
        images = servers.images();
        work.on("createImage", this::taken, this::lost);
        work.on("createBackup", this::backedUp, this::lost);
    }

    void add(ServerActions actions) {
        actions.add("createImage", this::createImage).takes(IMAGE);
        actions.add("createBackup", this::createBackup).takes(BACKUP);
    }

    /** Until 2.38, metadata of images had a quota of Nova's. */
    private void checkMetadata(Call call, Map<String, Object> metadata) {
        if (!call.since("2.39")) {
            servers.checks().checkImageMetadata(call.caller(), metadata);
        }
    }

    private FakeResponse createImage(Call call, Row server, @Nullable Object argument) {
        Map<String, Object> wanted = Json.object(argument);
        String name = Forms.str(wanted.get("name")).strip();
        Map<String, Object> metadata = Json.object(wanted.get("metadata"));
        checkMetadata(call, metadata);
        Guard.idle(server, "createImage", STATES);
        String image;
        if (servers.devices().volumeBacked(server)) {
            image = ofVolumes(call, server, name, metadata);
        } else {
            image = images.create(call, server, name, "snapshot", metadata);
            server.set("new_image", image);
            work.begin(call, server, "createImage", "image_snapshot_pending", "compute_snapshot_instance");
        }
        return call.since("2.45")
                ? Json.reply(202, Json.map("image_id", image))
                : FakeResponse.of(202)
                        .with("Content-Type", "text/html; charset=UTF-8")
                        .with("Location", call.request().origin() + "/image/images/" + image);
    }

    /** The image of a server that runs on volumes names snapshots of these, and has no data. */
    private String ofVolumes(Call call, Row server, String name, Map<String, Object> metadata) {
        List<Row> devices = servers.devices().of(server.id());
        long volumes = devices.stream().filter(BlockDevices::isVolume).count();
        if (volumes > servers.cinder().freeSnapshots(server.text("project_id"))) {
            throw Refusal.forbidden("Quota exceeded for resources: snapshots");
        }
        List<Object> mapping = new ArrayList<>();
        for (Row device : devices) {
            Map<String, Object> kept = new LinkedHashMap<>(device.pick(
                    "source_type",
                    "destination_type",
                    "device_name",
                    "boot_index",
                    "volume_size",
                    "guest_format",
                    "disk_bus",
                    "device_type",
                    "delete_on_termination",
                    "tag",
                    "volume_type",
                    "image_id"));
            if (BlockDevices.isVolume(device)) {
                Row snapshot = servers.cinder()
                        .createSnapshot(call.caller(), device.text("volume_id"), "snapshot for " + name);
                kept.put("source_type", "snapshot");
                kept.put("snapshot_id", snapshot.id());
                Json.put(kept, "image_id", null);
            }
            mapping.add(kept);
        }
        Map<String, Object> wanted = images.described(call, server, name, metadata);
        wanted.remove("container_format");
        wanted.remove("disk_format");
        wanted.put("root_device_name", server.text("root_device_name"));
        wanted.put("block_device_mapping", new String(Json.bytes(mapping), StandardCharsets.UTF_8));
        wanted.put("bdm_v2", "True");
        String image = servers.glance().create(call.caller(), wanted);
        servers.glance().upload(image, FakeBody.EMPTY);
        servers.log().note(call, server, "createImage", "api_snapshot_instance");
        return image;
    }

    private void taken(Row server) {
        images.upload(server, server.text("new_image"));
        instances.task(server, null);
    }

    private void lost(Row server) {
        servers.glance().delete(server.text("new_image"));
        instances.task(server, null);
    }

    private FakeResponse createBackup(Call call, Row server, @Nullable Object argument) {
        Map<String, Object> wanted = Json.object(argument);
        String type = Forms.str(wanted.get("backup_type"));
        long rotation = Forms.number(wanted.get("rotation"));
        Map<String, Object> metadata = new LinkedHashMap<>(Json.object(wanted.get("metadata")));
        checkMetadata(call, metadata);
        Guard.idle(server, "createBackup", STATES);
        if (servers.devices().volumeBacked(server)) {
            throw Refusal.badRequest("Backup is not supported for volume-backed instances.");
        }
        metadata.put("backup_type", type);
        String image = images.create(call, server, Forms.str(wanted.get("name")).strip(), "backup", metadata);
        server.set("new_image", image).set("backup_type", type).set("rotation", rotation);
        work.begin(call, server, "createBackup", "image_backup", "compute_backup_instance");
        if (call.since("2.45")) {
            return Json.reply(202, Json.map("image_id", image));
        }
        FakeResponse answer = FakeResponse.of(202).with("Content-Type", "text/html; charset=UTF-8");
        return rotation > 0 ? answer.with("Location", call.url("/images/" + image)) : answer;
    }

    private void backedUp(Row server) {
        taken(server);
        List<String> backups = servers.glance().backups(server.id(), server.text("backup_type"));
        for (int i = 0; i < backups.size() - server.number("rotation"); i++) {
            servers.glance().delete(backups.get(i));
        }
    }
}
