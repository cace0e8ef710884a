package io.github.openstackjvm.testkit.blockstorage;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;
import org.jspecify.annotations.Nullable;

/** Backups of volumes, and what can be done with them. */
public final class FakeBackups implements FakeResource {
    private static final Schema EMPTY_OR_NULL = (path, value) ->
            value == null || Map.of().equals(value) ? null : BlockBody.wrong(path, value, "object", "null");

    private final FakeBlockStorage cinder;
    private final BackupLife life;

    FakeBackups(FakeBlockStorage cinder) {
        this.cinder = cinder;
        this.life = new BackupLife(cinder);
    }

    /** What happens to them in the background. */
    BackupLife life() {
        return life;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/backups", call -> list(call, "/backups", false));
        routes.get("/backups/detail", call -> list(call, "/backups/detail", true));
        routes.post("/backups", this::create);
        routes.get("/backups/{backup}", call -> {
            life.read(call.param("backup"));
            return Json.reply(200, Json.map("backup", detail(call, find(call))));
        });
        routes.put("/backups/{backup}", this::update).since("3.9");
        routes.delete("/backups/{backup}", call -> {
            delete(find(call), false);
            return FakeResponse.of(202);
        });
        routes.post("/backups/{backup}/restore", this::restore);
        routes.post("/backups/{backup}/action", this::act);
    }

    /** All of them. */
    FakeCollection backups() {
        return cinder.collection("backups");
    }

    /** The backup that the path names, when the caller may see it. */
    Row find(Call call) {
        String id = call.param("backup");
        return backups()
                .find(id)
                .filter(backup -> FakeBlockStorage.sees(call, backup))
                .orElseThrow(() -> missing(id));
    }

    private static Refusal missing(String id) {
        return Refusal.notFound("Backup " + id + " could not be found.");
    }

    /** What is said of a backup with which that cannot be done. */
    static Refusal invalid(String words) {
        return Refusal.badRequest("Invalid backup: " + words);
    }

    private FakeResponse list(Call call, String path, boolean detailed) {
        BlockList list = BlockList.of(call)
                .columns(
                        "id",
                        "name",
                        "description",
                        "status",
                        "volume_id",
                        "snapshot_id",
                        "size",
                        "container",
                        "availability_zone",
                        "object_count",
                        "fail_reason",
                        "parent_id",
                        "project_id",
                        "user_id",
                        "data_timestamp",
                        "created_at",
                        "updated_at")
                .missing(FakeBackups::missing)
                .allow("name", "status", "volume_id");
        boolean all = list.allProjects();
        backups().all().forEach(backup -> life.read(backup.id()));
        List<Row> rows = backups()
                .where(backup -> all || backup.is("project_id", call.caller().projectId()));
        return list.reply("backups", path, rows, backup -> detailed ? detail(call, backup) : summary(call, backup));
    }

    private FakeResponse create(Call call) {
        Schema.ObjectSchema schema = Schema.object()
                .required("volume_id", BlockBody.UUID)
                .optional("container", BlockBody.SHORT_OR_NULL)
                .optional("description", BlockBody.DESCRIPTION)
                .optional("incremental", BlockBody.FLAG)
                .optional("force", BlockBody.FLAG)
                .optional("name", BlockBody.SHORT_OR_NULL)
                .optional("snapshot_id", BlockBody.UUID_OR_NULL);
        if (call.since("3.43")) {
            schema.optional("metadata", BlockBody.PAIRS_OR_NULL);
        }
        if (call.since("3.51")) {
            schema.optional("availability_zone", BlockBody.SHORT_OR_NULL);
        }
        Map<String, Object> wanted = BlockBody.of(call, "backup", schema);
        Row volume = cinder.volumes().find(call, String.valueOf(wanted.get("volume_id")));
        Optional<Row> snapshot = Optional.ofNullable(wanted.get("snapshot_id"))
                .map(id -> cinder.snapshots().find(call, id.toString()));
        snapshot.ifPresentOrElse(
                one -> checkSnapshot(volume, one), () -> checkVolume(volume, BlockText.flag(wanted.get("force"))));
        cinder.quotas().checkBackup(call.caller().projectId(), volume.number("size"));
        Optional<Row> parent = Boolean.TRUE.equals(BlockText.flag(wanted.get("incremental")))
                ? Optional.of(parent(call, volume, snapshot))
                : Optional.empty();
        String now = cinder.now();
        Row backup = add(
                call,
                "name",
                BlockBody.stripped(wanted.get("name")),
                "description",
                BlockBody.stripped(wanted.get("description")),
                "volume_id",
                volume.id(),
                "snapshot_id",
                snapshot.map(Row::id).orElse(null),
                "parent_id",
                parent.map(Row::id).orElse(null),
                "size",
                volume.number("size"),
                "container",
                wanted.get("container"),
                "data_timestamp",
                snapshot.map(one -> one.text("created_at")).orElse(now),
                "metadata",
                new LinkedHashMap<>(Json.object(wanted.get("metadata"))),
                "kept",
                volume.pick("name", "description", "metadata", "image_metadata"));
        snapshot.ifPresentOrElse(
                one -> one.set("status", "backing-up"),
                () -> volume.set("previous_status", volume.text("status")).set("status", "backing-up"));
        FakeResponse answer = Json.reply(202, Json.map("backup", summary(call, backup)));
        life.begin(backup, "create");
        return answer;
    }

    /** Keeps a backup that is still being made. */
    Row add(Call call, @Nullable Object... namesAndValues) {
        Map<String, Object> fields = Json.map(
                "id",
                cinder.world().ids().uuid(),
                "project_id",
                call.caller().projectId(),
                "user_id",
                call.caller().userId(),
                "status",
                "creating",
                "object_count",
                0,
                "availability_zone",
                null,
                "fail_reason",
                null,
                "restore_volume_id",
                null,
                "created_at",
                cinder.now(),
                "updated_at",
                null);
        fields.putAll(Json.map(namesAndValues));
        return backups().add(new Row(fields));
    }

    private static void checkSnapshot(Row volume, Row snapshot) {
        if (!snapshot.is("volume_id", volume.id())) {
            throw VolumeStates.invalid("Volume " + volume.id() + " does not match with snapshot.volume_id "
                    + snapshot.text("volume_id") + ".");
        }
        if (!snapshot.is("status", "available")) {
            throw Refusal.badRequest(
                    "Invalid snapshot: Snapshot to be backed up must be available, but the current status is \""
                            + snapshot.text("status") + "\".");
        }
    }

    private static void checkVolume(Row volume, @Nullable Boolean force) {
        String status = volume.text("status");
        if (!status.equals("available") && !status.equals("in-use")) {
            throw VolumeStates.invalid(
                    "Volume to be backed up must be available or in-use, but the current status is \"" + status
                            + "\".");
        }
        if (status.equals("in-use") && !Boolean.TRUE.equals(force)) {
            throw VolumeStates.invalid("Backing up an in-use volume must use the force flag.");
        }
    }

    // The latest of the volume, by when its content was as it is in the backup.
    private Row parent(Call call, Row volume, Optional<Row> snapshot) {
        Comparator<Row> age = Comparator.comparing(row -> row.text("data_timestamp"));
        List<Row> earlier = backups()
                .where(row -> row.is("volume_id", volume.id())
                        && row.is("project_id", call.caller().projectId()));
        Row parent = earlier.stream()
                .filter(row -> snapshot.isEmpty()
                        || row.text("data_timestamp").compareTo(snapshot.get().text("created_at")) < 0)
                .max(age)
                .or(() -> earlier.stream().findFirst())
                .orElseThrow(() -> invalid("No backups available to do an incremental backup."));
        if (!parent.is("status", "available")) {
            throw invalid("The parent backup must be available for incremental backup.");
        }
        return parent;
    }

    private void delete(Row backup, boolean force) {
        if (!force && !List.of("available", "error").contains(backup.text("status"))) {
            throw invalid("Backup status must be available or error");
        }
        if (dependent(backup)) {
            throw invalid("Incremental backups exist for this backup.");
        }
        backup.set("status", "deleting");
        life.begin(backup, "delete");
    }

    private boolean dependent(Row backup) {
        return backups().any(row -> row.is("parent_id", backup.id()));
    }

    private FakeResponse update(Call call) {
        Schema.ObjectSchema schema = Schema.object()
                .optional("name", BlockBody.SHORT_OR_NULL)
                .optional("description", BlockBody.DESCRIPTION);
        if (call.since("3.43")) {
            schema.optional("metadata", BlockBody.PAIRS);
        }
        Map<String, Object> wanted = BlockBody.of(call, "backup", schema);
        Row backup = find(call);
        if (wanted.isEmpty()) {
            throw Refusal.badRequest("Invalid input received: Must specify the backup update data.");
        }
        wanted.forEach((name, value) -> backup.set(name, name.equals("metadata") ? value : BlockBody.stripped(value)));
        backup.set("updated_at", cinder.now());
        return Json.reply(200, Json.map("backup", summary(call, backup)));
    }

    private FakeResponse restore(Call call) {
        Map<String, Object> wanted = BlockBody.of(
                call,
                "restore",
                Schema.object()
                        .optional("name", BlockBody.SHORT_OR_NULL)
                        .optional("volume_id", BlockBody.UUID_OR_NULL));
        Row backup = find(call);
        if (!backup.is("status", "available")) {
            throw invalid("Backup status must be available");
        }
        Row volume = wanted.get("volume_id") == null
                ? volumeFor(call, backup, wanted.get("name"))
                : cinder.volumes().find(call, String.valueOf(wanted.get("volume_id")));
        if (!volume.is("status", "available")) {
            throw VolumeStates.invalid("Volume to be restored to must be available");
        }
        if (backup.number("size") > volume.number("size")) {
            throw VolumeStates.invalid("volume size " + volume.number("size")
                    + " is too small to restore backup of size " + backup.number("size") + ".");
        }
        restoreTo(backup, volume);
        return Json.reply(
                202,
                Json.map(
                        "restore",
                        Json.map(
                                "backup_id",
                                backup.id(),
                                "volume_id",
                                volume.id(),
                                "volume_name",
                                volume.get("name"))));
    }

    // Cinder itself waits here until there is a volume, however long that takes.
    private Row volumeFor(Call call, Row backup, @Nullable Object name) {
        Row volume = new VolumeCreation(
                        cinder,
                        call.caller(),
                        Json.map(
                                "size",
                                backup.number("size"),
                                "name",
                                name == null ? "restore_backup_" + backup.id() : name,
                                "description",
                                "auto-created_from_restore_from_backup"))
                .make();
        cinder.life().done(volume.id(), "create");
        return volume;
    }

    /** Begins to write a backup onto a volume. */
    void restoreTo(Row backup, Row volume) {
        backup.set("status", "restoring").set("restore_volume_id", volume.id());
        volume.set("status", "restoring-backup");
        life.begin(backup, "restore");
    }

    private FakeResponse act(Call call) {
        Map<String, Object> body = BlockBody.action(call);
        switch (body.keySet().iterator().next()) {
            case "os-reset_status" -> {
                Map<String, Object> wanted = BlockBody.argument(
                        body,
                        Schema.object()
                                .required("status", BlockBody.status("Backup status", List.of("available", "error"))));
                Row backup = find(call);
                FakeBlockStorage.adminOnly(call, "volume_extension:backup_admin_actions:reset_status");
                // Done by the service that makes backups, and so not at once.
                backup.set("wanted_status", String.valueOf(wanted.get("status")).toLowerCase(Locale.ROOT));
                life.begin(backup, "reset");
            }
            case "os-force_delete" -> {
                BlockBody.check(Schema.object().required("os-force_delete", EMPTY_OR_NULL), body);
                Row backup = find(call);
                FakeBlockStorage.adminOnly(call, "volume_extension:backup_admin_actions:force_delete");
                delete(backup, true);
            }
            default -> throw BlockBody.noAction(body);
        }
        return FakeResponse.of(202);
    }

    /** What is told of a backup in brief. */
    static Map<String, Object> summary(Call call, Row backup) {
        Map<String, Object> view = backup.pick("id", "name");
        view.put("links", FakeBlockStorage.links(call, "/backups/" + backup.id()));
        return view;
    }

    private Map<String, Object> detail(Call call, Row backup) {
        Map<String, Object> view = backup.pick(
                "id",
                "status",
                "size",
                "object_count",
                "availability_zone",
                "container",
                "created_at",
                "updated_at",
                "name",
                "description",
                "fail_reason",
                "volume_id");
        view.put("links", FakeBlockStorage.links(call, "/backups/" + backup.id()));
        view.put("is_incremental", backup.get("parent_id") != null);
        view.put("has_dependent_backups", dependent(backup));
        view.putAll(backup.pick("snapshot_id", "data_timestamp"));
        if (call.since("3.43")) {
            view.put("metadata", backup.object("metadata"));
        }
        if (call.caller().admin()) {
            if (call.since("3.18")) {
                view.put("os-backup-project-attr:project_id", backup.text("project_id"));
            }
            if (call.since("3.56")) {
                view.put("user_id", backup.text("user_id"));
            }
        }
        return view;
    }
}
