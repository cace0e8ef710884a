package io.github.openstackjvm.testkit.blockstorage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Handler;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Python;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;
import io.github.openstackjvm.testkit.image.StoredImage;
import org.jspecify.annotations.Nullable;

/** What can be done with volumes, by one address: the name of the action is the key in the body. */
public final class FakeVolumeActions implements FakeResource {
    private static final List<String> STATUSES = List.of(
            "creating",
            "available",
            "deleting",
            "error",
            "error_deleting",
            "error_managing",
            "managing",
            "attaching",
            "in-use",
            "detaching",
            "maintenance",
            "restoring-backup",
            "error_restoring",
            "reserved",
            "awaiting-transfer",
            "backing-up",
            "error_backing-up",
            "error_extending",
            "downloading",
            "uploading",
            "retyping",
            "extending");
    private static final List<String> MIGRATION_STATUSES =
            List.of("migrating", "error", "success", "completing", "none", "starting");
    private static final String ACTIONS = "volume_extension:volume_actions:";
    private static final String ADMIN = "volume_extension:volume_admin_actions:";

    private final FakeBlockStorage cinder;
    private final Map<String, Action> actions = new LinkedHashMap<>();

    /** What an action does, once its name is known. */
    @FunctionalInterface
    private interface Work {
        FakeResponse run(Call call, Map<String, Object> body);
    }

    private record Action(@Nullable String since, Work work) {}

    FakeVolumeActions(FakeBlockStorage cinder) {
        this.cinder = cinder;
        on("os-extend", this::extend);
        on("os-retype", this::retype);
        on("os-migrate_volume", this::migrate);
        on("os-migrate_volume_completion", this::completeMigration);
        on("os-volume_upload_image", this::upload);
        on("os-reset_status", this::resetStatus);
        bare("os-force_delete", this::forceDelete);
        on("os-force_detach", this::forceDetach);
        on("os-set_bootable", this::setBootable);
        on("os-update_readonly_flag", this::setReadOnly);
        on("os-set_image_metadata", this::setImageMetadata);
        on(
                "os-show_image_metadata",
                (call, body) -> imageMetadata(cinder.volumes().find(call)));
        on("os-unset_image_metadata", this::unsetImageMetadata);
        on("os-attach", this::attach);
        on("os-detach", this::detach);
        bare("os-reserve", this::reserve);
        bare("os-unreserve", this::unreserve);
        bare("os-begin_detaching", this::beginDetaching);
        bare("os-roll_detaching", this::rollDetaching);
        on("os-initialize_connection", this::initializeConnection);
        on("os-terminate_connection", this::terminateConnection);
        bare("os-unmanage", this::unmanage);
        actions.put("revert", new Action("3.40", this::revert));
        actions.put("os-reimage", new Action("3.68", this::reimage));
    }

    private void on(String name, Work work) {
        actions.put(name, new Action(null, work));
    }

    /** An action whose argument does not matter. */
    private void bare(String name, Handler work) {
        on(name, (call, unused) -> work.handle(call));
    }

    @Override
    public void routes(Routes routes) {
        routes.post("/volumes/{volume}/action", this::act);
    }

    private FakeResponse act(Call call) {
        Map<String, Object> body = BlockBody.action(call);
        Action action = actions.get(body.keySet().iterator().next());
        if (action == null) {
            throw BlockBody.noAction(body);
        }
        if (action.since != null && !call.since(action.since)) {
            throw Refusal.notFound("The resource could not be found.");
        }
        return action.work.run(call, body);
    }

    private FakeResponse extend(Call call, Map<String, Object> body) {
        Map<String, Object> wanted = BlockBody.argument(body, Schema.object().required("new_size", BlockBody.SIZE));
        Row volume = cinder.volumes().find(call);
        long size = Long.parseLong(String.valueOf(wanted.get("new_size")));
        boolean attached = call.since("3.42") && volume.is("status", "in-use");
        long more = size - volume.number("size");
        if (more <= 0) {
            throw input("New size for extend must be greater than current size. (current: " + volume.number("size")
                    + ", extended: " + size + ").");
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
            throw input("Invalid volume_type passed, retypes affecting multiattach are only allowed on available "
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

    private FakeResponse resetStatus(Call call, Map<String, Object> body) {
        Schema.ObjectSchema schema = Schema.object()
                .optional("status", word("status", STATUSES))
                .optional("attach_status", word("attach status", List.of("attached", "detached")))
                .optional("migration_status", word("migration status", MIGRATION_STATUSES));
        Map<String, Object> wanted = BlockBody.argument(body, (path, value) -> {
            Map<String, Object> given = Json.object(value);
            if (value instanceof Map
                    && blank(given.get("status"))
                    && blank(given.get("attach_status"))
                    && blank(given.get("migration_status"))) {
                throw Refusal.badRequest("Must specify 'status', 'attach_status' or 'migration_status' for update.");
            }
            return schema.check(path, value);
        });
        Row volume = cinder.volumes().find(call);
        FakeBlockStorage.adminOnly(call, ADMIN + "reset_status");
        String status = lower(wanted.get("status"));
        // The two words after the first are one in Cinder, for want of a comma.
        if (status.equals("deleting") || status.equals("error_deletingdetaching")) {
            throw Refusal.badRequest("Cannot reset-state to " + status);
        }
        if (status.equals("in-use") && cinder.attachments().of(volume).isEmpty()) {
            throw Refusal.badRequest("Cannot reset-state to in-use because volume does not have any attachments.");
        }
        cinder.world().motion().forget(cinder.region(), VolumeLife.KIND, volume.id());
        if (!status.isEmpty()) {
            volume.set("status", status);
        }
        String migration = lower(wanted.get("migration_status"));
        if (!migration.isEmpty()) {
            volume.set("migration_status", migration.equals("none") ? null : migration);
        }
        String attach = lower(wanted.get("attach_status"));
        if (!attach.isEmpty()) {
            volume.set("attach_status", attach);
        }
        if (attach.equals("detached")) {
            cinder.attachments().of(volume).forEach(cinder.attachments()::remove);
        }
        return FakeResponse.of(202);
    }

    private static Schema word(String what, List<String> words) {
        Schema status = BlockBody.status("Volume " + what, words);
        return (path, value) -> value != null && !(value instanceof String)
                ? BlockBody.wrong(path, value, "string", "null")
                : blank(value) ? null : status.check(path, value);
    }

    private FakeResponse forceDelete(Call call) {
        Row volume = cinder.volumes().find(call);
        FakeBlockStorage.adminOnly(call, ADMIN + "force_delete");
        cinder.deletion().delete(volume, false, true);
        return FakeResponse.of(202);
    }

    private FakeResponse forceDetach(Call call, Map<String, Object> body) {
        Map<String, Object> wanted = BlockBody.argument(
                body, Schema.object().optional("connector", BlockBody.ANY).optional("attachment_id", BlockBody.ANY));
        Row volume = cinder.volumes().find(call);
        FakeBlockStorage.adminOnly(call, ADMIN + "force_detach");
        guard(volume);
        VolumeStates.unreserve(volume, !cinder.attachments().of(volume).isEmpty());
        detach(volume, wanted.get("attachment_id"), "Error force detaching volume - ");
        return FakeResponse.of(202);
    }

    private void guard(Row volume) {
        List<Row> all = cinder.attachments().of(volume);
        if (all.size() == 1) {
            cinder.guard().mayDetach(all.get(0));
        } else if (all.size() > 1) {
            throw Refusal.conflict("ConflictNovaUsingAttachment: Detach volume from instance  using the Compute API");
        }
    }

    private FakeResponse setBootable(Call call, Map<String, Object> body) {
        Map<String, Object> wanted = BlockBody.argument(body, Schema.object().required("bootable", BlockBody.FLAG));
        Row volume = cinder.volumes().find(call);
        volume.set("bootable", BlockText.flag(wanted.get("bootable"))).set("updated_at", cinder.now());
        return FakeResponse.of(200);
    }

    private FakeResponse setReadOnly(Call call, Map<String, Object> body) {
        Map<String, Object> wanted = BlockBody.argument(body, Schema.object().required("readonly", BlockBody.FLAG));
        Row volume = cinder.volumes().find(call);
        if (!volume.is("status", "available")) {
            throw VolumeStates.invalid(
                    "Volume " + volume.id() + " status must be available to update readonly flag, but "
                            + "current status is: " + volume.text("status") + ".");
        }
        admin(volume, "readonly", Python.str(BlockText.flag(wanted.get("readonly"))));
        return FakeResponse.of(202);
    }

    private static void admin(Row volume, String key, String value) {
        Map<String, Object> metadata = new LinkedHashMap<>(volume.object("admin_metadata"));
        metadata.put(key, value);
        volume.set("admin_metadata", metadata);
    }

    private FakeResponse setImageMetadata(Call call, Map<String, Object> body) {
        Map<String, Object> wanted = BlockBody.argument(body, Schema.object().required("metadata", BlockBody.PAIRS));
        Row volume = cinder.volumes().find(call);
        Map<String, Object> all = new LinkedHashMap<>(volume.object("image_metadata"));
        all.putAll(Json.object(wanted.get("metadata")));
        return imageMetadata(volume.set("image_metadata", all));
    }

    private FakeResponse unsetImageMetadata(Call call, Map<String, Object> body) {
        Map<String, Object> wanted = BlockBody.argument(body, Schema.object().required("key", Schema.text(1, 255)));
        Row volume = cinder.volumes().find(call);
        Map<String, Object> all = new LinkedHashMap<>(volume.object("image_metadata"));
        if (all.remove(String.valueOf(wanted.get("key"))) == null) {
            throw Refusal.notFound("Glance metadata for volume/snapshot " + volume.id() + " cannot be found.");
        }
        volume.set("image_metadata", all);
        return FakeResponse.of(200);
    }

    private static FakeResponse imageMetadata(Row volume) {
        return Json.reply(200, Json.map("metadata", volume.object("image_metadata")));
    }

    private FakeResponse attach(Call call, Map<String, Object> body) {
        Schema.ObjectSchema schema = Schema.object()
                .required("mountpoint", Schema.text(1, 255))
                .optional("instance_uuid", BlockBody.UUID)
                .optional("host_name", Schema.text(0, 255))
                .optional("mode", BlockBody.words("rw", "ro"));
        Map<String, Object> wanted = BlockBody.argument(body, (path, value) -> {
            Schema.Violation violation = schema.check(path, value);
            Map<String, Object> given = Json.object(value);
            return violation != null || given.containsKey("instance_uuid") || given.containsKey("host_name")
                    ? violation
                    : new Schema.Violation(
                            path, value, Python.repr(value) + " is not valid under any of the given schemas");
        });
        Row volume = cinder.volumes().find(call);
        if (volume.is("status", "maintenance")) {
            throw VolumeStates.invalid("The volume cannot be attached in maintenance mode.");
        }
        String mode = Objects.toString(wanted.get("mode"), "rw");
        if (volume.object("admin_metadata").getOrDefault("readonly", "False").equals("True") && mode.equals("rw")) {
            throw Refusal.badRequest("Invalid attaching mode '" + mode + "' for volume " + volume.id() + ".");
        }
        if (!volume.object("admin_metadata").containsKey("readonly")) {
            admin(volume, "readonly", "False");
        }
        Object server = wanted.get("instance_uuid");
        Object host = wanted.get("host_name");
        boolean there = cinder.attachments().of(volume).stream()
                .anyMatch(one -> server != null ? one.is("instance", server) : one.is("attached_host", host));
        if (there) {
            volume.set("status", "in-use");
            return FakeResponse.of(202);
        }
        if (volume.is("status", "in-use") && !volume.is("multiattach")) {
            throw VolumeStates.invalid("volume is already attached and multiple attachments are not enabled");
        }
        cinder.attachments().attach(volume, server, host, String.valueOf(wanted.get("mountpoint")), mode);
        admin(volume, "attached_mode", mode);
        return FakeResponse.of(202);
    }

    private FakeResponse detach(Call call, Map<String, Object> body) {
        Map<String, Object> wanted =
                BlockBody.argument(body, Schema.object().optional("attachment_id", BlockBody.UUID_OR_NULL));
        Row volume = cinder.volumes().find(call);
        Object id = wanted.get("attachment_id");
        if (id == null) {
            guard(volume);
        } else {
            attachment(id).ifPresent(one -> {
                if (!one.is("volume_id", volume.id())) {
                    throw input("Mismatched volume and attachment");
                }
                cinder.guard().mayDetach(one);
            });
        }
        if (volume.is("status", "maintenance")) {
            throw VolumeStates.invalid("The volume cannot be detached in maintenance mode.");
        }
        detach(volume, id, "Error detaching volume - ");
        return FakeResponse.of(202);
    }

    private Optional<Row> attachment(Object id) {
        return cinder.collection("attachments").find(id.toString());
    }

    private void detach(Row volume, @Nullable Object id, String failure) {
        List<Row> all = cinder.attachments().of(volume);
        if (id == null && all.size() > 1) {
            throw Refusal.badRequest(failure + "InvalidVolume: Invalid volume: Detach volume failed: More than one "
                    + "attachment, but no attachment_id provided.");
        }
        Optional<Row> one = id == null ? all.stream().findFirst() : attachment(id);
        one.ifPresentOrElse(
                cinder.attachments()::remove, () -> cinder.attachments().settle(volume));
    }

    private FakeResponse reserve(Call call) {
        VolumeStates.reserve(cinder.volumes().find(call));
        return FakeResponse.of(202);
    }

    private FakeResponse unreserve(Call call) {
        Row volume = cinder.volumes().find(call);
        VolumeStates.unreserve(volume, !cinder.attachments().of(volume).isEmpty());
        return FakeResponse.of(202);
    }

    private FakeResponse beginDetaching(Call call) {
        VolumeStates.beginDetaching(cinder.volumes().find(call));
        return FakeResponse.of(202);
    }

    private FakeResponse rollDetaching(Call call) {
        VolumeStates.rollDetaching(cinder.volumes().find(call));
        return FakeResponse.of(202);
    }

    private FakeResponse initializeConnection(Call call, Map<String, Object> body) {
        BlockBody.argument(body, Schema.object().required("connector", CONNECTOR));
        Row volume = cinder.volumes().find(call);
        if (volume.is("status", "maintenance")) {
            throw VolumeStates.invalid("The volume connection cannot be initialized in maintenance mode.");
        }
        boolean readOnly = "True".equals(volume.object("admin_metadata").get("readonly"));
        Map<String, Object> data = cinder.attachments().connection(volume, readOnly ? "ro" : "rw");
        return Json.reply(200, Json.map("connection_info", Json.map("driver_volume_type", "local", "data", data)));
    }

    private static final Schema CONNECTOR = (path, value) ->
            value instanceof Map || value instanceof String ? null : BlockBody.wrong(path, value, "object", "string");

    private FakeResponse terminateConnection(Call call, Map<String, Object> body) {
        BlockBody.argument(body, Schema.object().required("connector", BlockBody.ANY));
        Row volume = cinder.volumes().find(call);
        guard(volume);
        VolumeStates.unreserve(volume, !cinder.attachments().of(volume).isEmpty());
        return FakeResponse.of(202);
    }

    private FakeResponse unmanage(Call call) {
        Row volume = cinder.volumes().find(call);
        FakeBlockStorage.adminOnly(call, "volume_extension:volume_unmanage");
        if (volume.get("encryption_key_id") != null) {
            throw Refusal.badRequest("Unmanaging encrypted volumes is not supported.");
        }
        cinder.deletion().unmanage(volume);
        return FakeResponse.of(202);
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

    private static boolean blank(@Nullable Object value) {
        return value == null || value.toString().isEmpty();
    }

    private static String lower(@Nullable Object value) {
        return value == null ? "" : value.toString().toLowerCase(Locale.ROOT);
    }

    private static Refusal input(String words) {
        return Refusal.badRequest("Invalid input received: " + words);
    }
}
