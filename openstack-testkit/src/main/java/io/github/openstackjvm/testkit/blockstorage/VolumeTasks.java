package io.github.openstackjvm.testkit.blockstorage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;
import io.github.openstackjvm.testkit.image.StoredImage;

/** What takes its time with a volume: it grows, moves, becomes an image, goes back to a snapshot. */
final class VolumeTasks {
    private static final String ACTIONS = "volume_extension:volume_actions:";
    private static final String ADMIN = "volume_extension:volume_admin_actions:";

    private final FakeBlockStorage cinder;

    VolumeTasks(FakeBlockStorage cinder) {
        this.cinder = cinder;
    }

    void actions(FakeVolumeActions all) {
        all.on("os-extend", this::extend);
        all.on("os-retype", this::retype);
        all.on("os-migrate_volume", this::migrate);
        all.on("os-migrate_volume_completion", this::completeMigration);
        all.on("os-volume_upload_image", this::upload);
        all.since("3.40", "revert", this::revert);
        all.since("3.68", "os-reimage", this::reimage);
    }

    private FakeResponse extend(Call call, Map<String, Object> body) {
        Map<String, Object> wanted = BlockBody.argument(body, Schema.object().required("new_size", BlockBody.SIZE));
        Row volume = cinder.volumes().find(call);
        long size = Long.parseLong(String.valueOf(wanted.get("new_size")));
        boolean attached = call.since("3.42") && volume.is("status", "in-use");
        long more = size - volume.number("size");
        if (more <= 0) {
            throw VolumeStates.input("New size for extend must be greater than current size. (current: "
                    + volume.number("size") + ", extended: " + size + ").");
        }
        if (!attached && !volume.is("status", "available")) {
            throw VolumeStates.invalid("Volume " + volume.id() + " status must be '{'status': 'available'}' to extend, "
                    + "currently " + volume.text("status") + ".");
        }
        cinder.quotas().checkSize(call.caller().projectId(), size);
        cinder.quotas().checkGrowth(volume.text("project_id"), more, volume.text("volume_type_id"));
        begin(volume.set("wanted_size", size), "extending", "extend");
        return FakeResponse.of(202);
    }

    private FakeResponse retype(Call call, Map<String, Object> body) {
        Map<String, Object> wanted = BlockBody.argument(
                body,
                Schema.object()
                        .required("new_type", BlockBody.TEXT)
                        .optional(
                                "migration_policy",
                                (path, value) -> value instanceof String
                                        ? Schema.oneOf("on-demand", "never").check(path, value)
                                        : value == null
                                                ? new Schema.Violation(
                                                        path, null, "None is not one of ['on-demand', 'never']")
                                                : BlockBody.wrong(path, value, "string", "null")));
        Row volume = cinder.volumes().find(call);
        Row type = cinder.types().named(call.caller(), String.valueOf(wanted.get("new_type")));
        boolean several = "<is> True".equals(type.object("extra_specs").get("multiattach"));
        String status = volume.text("status");
        if (several != volume.is("multiattach") && !status.equals("available")) {
            throw VolumeStates.input(
                    "Invalid volume_type passed, retypes affecting multiattach are only allowed on available "
                            + "volumes, the specified volume however currently has a status of: " + status + ".");
        }
        boolean free = List.of("available", "in-use").contains(status)
                && VolumeDeletion.settled(volume)
                && volume.get("group_id") == null
                && !volume.is("volume_type_id", type.id());
        if (!free) {
            throw VolumeStates.invalid(
                    "Retype needs volume to be in available or in-use state, not be part of an active "
                            + "migration or a consistency group, requested type has to be different that the one from the "
                            + "volume, and for in-use volumes front-end qos specs cannot change.");
        }
        volume.set("wanted_type", type.id()).set("wanted_multiattach", several);
        volume.set("wanted_policy", wanted.getOrDefault("migration_policy", "never"));
        begin(volume, "retyping", "retype");
        return FakeResponse.of(202);
    }

    private FakeResponse migrate(Call call, Map<String, Object> body) {
        Schema.ObjectSchema schema =
                Schema.object().optional("force_host_copy", BlockBody.FLAG).optional("lock_volume", BlockBody.FLAG);
        if (call.since("3.16")) {
            schema.optional("host", BlockBody.SHORT_OR_NULL).optional("cluster", BlockBody.SHORT_OR_NULL);
        } else {
            schema.required("host", Schema.text(0, 255));
        }
        Map<String, Object> wanted = BlockBody.argument(body, schema);
        Row volume = cinder.volumes().find(call);
        FakeBlockStorage.adminOnly(call, ADMIN + "migrate_volume");
        String target = FakeServices.hostOrCluster(wanted, call.since("3.16"));
        if (wanted.get("cluster") != null || cinder.services().of(target).isEmpty()) {
            throw Refusal.badRequest("Invalid host: No available service named '" + target + "'");
        }
        boolean hasSnapshots =
                cinder.collection("snapshots").first("volume_id", volume.id()).isPresent();
        boolean free = List.of("available", "in-use").contains(volume.text("status"))
                && VolumeDeletion.settled(volume)
                && volume.get("group_id") == null
                && !volume.is("host", target)
                && !hasSnapshots;
        if (!free) {
            throw VolumeStates.invalid("Volume " + volume.id() + " status must be available or in-use, must not be "
                    + "migrating, have snapshots, be replicated, be part of a group and destination host/cluster must "
                    + "be different than the current one");
        }
        volume.set("migration_status", "starting").set("wanted_host", target);
        boolean lock = Boolean.TRUE.equals(BlockText.flag(wanted.getOrDefault("lock_volume", false)));
        Object before = volume.get("status");
        begin(volume, lock && volume.is("status", "available") ? "maintenance" : String.valueOf(before), "migrate");
        return FakeResponse.of(202);
    }

    // The fake's migrations end by themselves: there is never one to be completed.
    private FakeResponse completeMigration(Call call, Map<String, Object> body) {
        Map<String, Object> wanted = BlockBody.argument(
                body, Schema.object().required("new_volume", BlockBody.UUID).optional("error", BlockBody.ANY));
        Row volume = cinder.volumes().find(call);
        FakeBlockStorage.adminOnly(call, ADMIN + "migrate_volume_completion");
        Row other = cinder.volumes().find(call, String.valueOf(wanted.get("new_volume")));
        if (volume.get("migration_status") == null && other.get("migration_status") == null) {
            return Json.reply(200, Json.map("save_volume_id", other.id()));
        }
        if (volume.get("migration_status") == null) {
            throw VolumeStates.invalid("Source volume not mid-migration.");
        }
        if (other.get("migration_status") == null) {
            throw VolumeStates.invalid("Destination volume not mid-migration.");
        }
        throw VolumeStates.invalid("Destination has migration_status " + other.text("migration_status")
                + ", expected target:" + volume.id() + ".");
    }

    private FakeResponse upload(Call call, Map<String, Object> body) {
        Schema.ObjectSchema schema = Schema.object()
                .required("image_name", Schema.text(1, 255))
                .optional("force", BlockBody.FLAG)
                .optional("disk_format", BlockBody.words("raw", "vmdk", "vdi", "qcow2", "vhd", "vhdx", "ploop"))
                .optional("container_format", BlockBody.SHORT_OR_NULL);
        if (call.since("3.1")) {
            schema.optional("visibility", BlockBody.words("community", "public", "private", "shared"))
                    .optional("protected", BlockBody.FLAG);
        }
        Map<String, Object> wanted = BlockBody.argument(body, schema);
        Row volume = cinder.volumes().find(call);
        if (!volume.is("status", "available")) {
            // Force is ignored unless the operator allows it, and nobody does.
            throw VolumeStates.invalid("Volume " + volume.id() + " status must be available");
        }
        Map<String, Object> image = Json.map(
                "name", wanted.get("image_name"),
                "container_format", wanted.getOrDefault("container_format", "bare"),
                "disk_format", wanted.getOrDefault("disk_format", "raw"));
        if (call.since("3.1")) {
            image.put("visibility", wanted.getOrDefault("visibility", "private"));
            image.put("protected", Boolean.TRUE.equals(BlockText.flag(wanted.getOrDefault("protected", false))));
            if (!call.caller().admin() && image.get("visibility").equals("public")) {
                throw FakeBlockStorage.forbidden(ACTIONS + "upload_public");
            }
        }
        StoredImage made = cinder.images().create(call.caller(), image, volume);
        Map<String, Object> view = Json.map(
                "id", volume.id(),
                "updated_at", volume.get("updated_at"),
                "status", "uploading",
                "display_description", volume.get("description"),
                "size", volume.get("size"),
                "volume_type", typeView(volume),
                "image_id", made.id(),
                "container_format", image.get("container_format"),
                "disk_format", image.get("disk_format"),
                "image_name", image.get("name"),
                "protected", image.getOrDefault("protected", false),
                "visibility", image.getOrDefault("visibility", "shared"));
        begin(volume.set("wanted_image", made.id()), "uploading", "upload");
        return Json.reply(202, Json.map("os-volume_upload_image", view));
    }

    private Map<String, Object> typeView(Row volume) {
        Row type = cinder.types().types().find(volume.text("volume_type_id")).orElseThrow();
        Map<String, Object> view = Json.map("created_at", type.get("created_at"), "updated_at", null);
        view.putAll(type.pick("extra_specs"));
        view.put("is_public", type.is("is_public"));
        view.put("deleted_at", "");
        view.put("deleted", false);
        view.putAll(type.pick("id", "name", "description", "qos_specs_id"));
        return view;
    }

    private FakeResponse revert(Call call, Map<String, Object> body) {
        if (!(body.get("revert") instanceof Map)) {
            throw Refusal.badRequest("Missing required element 'revert' in request body.");
        }
        String id = Objects.toString(Json.object(body.get("revert")).get("snapshot_id"), "None");
        Row volume = cinder.volumes().find(call);
        List<Row> snapshots = new ArrayList<>(cinder.collection("snapshots").where("volume_id", volume.id()));
        if (snapshots.isEmpty()) {
            throw Refusal.badRequest("Volume " + volume.id() + " doesn't have any snapshots.");
        }
        snapshots.sort(Comparator.comparing(one -> one.number("number")));
        Row latest = snapshots.get(snapshots.size() - 1);
        if (!latest.id().equals(id)) {
            throw Refusal.badRequest(
                    "Specified snapshot " + id + " is None or not the latest one of volume " + volume.id() + ".");
        }
        if (volume.number("size") != latest.number("volume_size")) {
            throw Refusal.badRequest("Can't revert volume " + volume.id() + " to its latest snapshot " + id
                    + ". The volume size must be equal to the snapshot size.");
        }
        String cannot = "Can't revert volume " + volume.id() + " to its latest snapshot " + id + ". ";
        if (!volume.is("status", "available")) {
            throw Refusal.conflict("Invalid volume: " + cannot + "Volume's status must be 'available'.");
        }
        if (!latest.is("status", "available")) {
            throw Refusal.conflict("Invalid snapshot: " + cannot + "Snapshot's status must be 'available'.");
        }
        latest.set("status", "restoring");
        begin(volume.set("wanted_snapshot", latest.id()), "reverting", "revert");
        return FakeResponse.of(202);
    }

    private FakeResponse reimage(Call call, Map<String, Object> body) {
        Map<String, Object> wanted = BlockBody.argument(
                body,
                Schema.object().required("image_id", BlockBody.UUID).optional("reimage_reserved", BlockBody.FLAG));
        Row volume = cinder.volumes().find(call);
        if (cinder.attachments().of(volume).size() > 1) {
            throw Refusal.conflict("Cannot re-image a volume which is attached to more than one server.");
        }
        boolean reserved = Boolean.TRUE.equals(BlockText.flag(wanted.getOrDefault("reimage_reserved", false)));
        List<String> states = reserved ? List.of("available", "error", "reserved") : List.of("available", "error");
        if (!states.contains(volume.text("status"))) {
            throw VolumeStates.invalid("Volume " + volume.id() + " status must be " + String.join(" or ", states)
                    + ", but current status is " + volume.text("status") + ".");
        }
        // Before it looks for the image, and so a volume stays in it when there is none.
        volume.set("previous_status", volume.get("status")).set("status", "downloading");
        String id = String.valueOf(wanted.get("image_id"));
        StoredImage image = cinder.images()
                .visible(call.caller(), id)
                .orElseThrow(() -> Refusal.notFound("Image " + id + " could not be found."));
        VolumeCreation.checkImage(image, volume.number("size"));
        cinder.life().begin(volume.set("wanted_image", image.id()), "reimage");
        return FakeResponse.of(202);
    }

    private void begin(Row volume, String status, String what) {
        volume.set("previous_status", volume.get("status")).set("status", status);
        cinder.life().begin(volume, what);
    }
}
