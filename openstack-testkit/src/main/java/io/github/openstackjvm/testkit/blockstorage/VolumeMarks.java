package io.github.openstackjvm.testkit.blockstorage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Python;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;
import org.jspecify.annotations.Nullable;

/** What is said of a volume: its status, flags, and what is known of its image; and its end by an administrator. */
final class VolumeMarks {
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
    private static final String ADMIN = "volume_extension:volume_admin_actions:";

    private final FakeBlockStorage cinder;

    VolumeMarks(FakeBlockStorage cinder) {
        this.cinder = cinder;
    }

    void actions(FakeVolumeActions all) {
        all.on("os-reset_status", this::resetStatus);
        all.bare("os-force_delete", this::forceDelete);
        all.bare("os-unmanage", this::unmanage);
        all.on("os-set_bootable", this::setBootable);
        all.on("os-update_readonly_flag", this::setReadOnly);
        all.on("os-set_image_metadata", this::setImageMetadata);
        all.bare("os-show_image_metadata", call -> {
            Row volume = cinder.volumes().find(call);
            if (volume.object("image_metadata").isEmpty()) {
                throw noImageMetadata(volume);
            }
            return imageMetadata(volume);
        });
        all.on("os-unset_image_metadata", this::unsetImageMetadata);
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

    private FakeResponse unmanage(Call call) {
        Row volume = cinder.volumes().find(call);
        FakeBlockStorage.adminOnly(call, "volume_extension:volume_unmanage");
        if (volume.get("encryption_key_id") != null) {
            throw Refusal.badRequest("Unmanaging encrypted volumes is not supported.");
        }
        cinder.deletion().unmanage(volume);
        return FakeResponse.of(202);
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
        VolumeStates.mark(volume, "readonly", Python.str(BlockText.flag(wanted.get("readonly"))));
        return FakeResponse.of(202);
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
            throw noImageMetadata(volume);
        }
        volume.set("image_metadata", all);
        return FakeResponse.of(200);
    }

    private static Refusal noImageMetadata(Row volume) {
        return Refusal.notFound("Glance metadata for volume/snapshot " + volume.id() + " cannot be found.");
    }

    private static FakeResponse imageMetadata(Row volume) {
        return Json.reply(200, Json.map("metadata", volume.object("image_metadata")));
    }

    private static boolean blank(@Nullable Object value) {
        return value == null || value.toString().isEmpty();
    }

    private static String lower(@Nullable Object value) {
        return value == null ? "" : value.toString().toLowerCase(Locale.ROOT);
    }
}
