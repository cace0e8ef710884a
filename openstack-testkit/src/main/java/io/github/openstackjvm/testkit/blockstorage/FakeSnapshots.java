package io.github.openstackjvm.testkit.blockstorage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Caller;
import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Motion;
import io.github.openstackjvm.testkit.engine.Python;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;
import org.jspecify.annotations.Nullable;

/** Snapshots of volumes, and what can be done with them. */
public final class FakeSnapshots implements FakeResource, Motion.Arrival {
    private static final String KIND = "snapshot";
    private static final String ADMIN = "volume_extension:snapshot_admin_actions:";
    private static final List<String> STATUSES = List.of(
            "error",
            "available",
            "creating",
            "deleting",
            "deleted",
            "updating",
            "error_deleting",
            "unmanaging",
            "backing-up",
            "restoring");

    /** Which status may follow on which, when another service tells. */
    private static final Map<String, List<String>> FOLLOWING = Map.of(
            "creating", List.of("creating", "available", "error"),
            "deleting", List.of("deleting", "error_deleting"));

    private static final String NO_FORCE = "Since microversion 3.66 the 'force' flag is invalid for this request.  For "
            + "backward compatability, however, when the 'force' flag is passed with a value evaluating to True, it is "
            + "silently ignored.";

    private final FakeBlockStorage cinder;

    FakeSnapshots(FakeBlockStorage cinder) {
        this.cinder = cinder;
        cinder.world().motion().tell(cinder.region(), KIND, this);
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/snapshots", call -> list(call, "/snapshots"));
        routes.get("/snapshots/detail", call -> list(call, "/snapshots/detail"));
        routes.post("/snapshots", this::create);
        routes.get("/snapshots/{snapshot}", this::show);
        routes.put("/snapshots/{snapshot}", this::update);
        routes.delete("/snapshots/{snapshot}", call -> {
            delete(find(call), false, "delete");
            return FakeResponse.of(202);
        });
        routes.post("/snapshots/{snapshot}/action", this::act);
    }

    FakeCollection snapshots() {
        return cinder.collection("snapshots");
    }

    /** The snapshot that the path names, when the caller may see it. */
    Row find(Call call) {
        return find(call, call.param("snapshot"));
    }

    /** The snapshot of this id, when the caller may see it. */
    Row find(Call call, String id) {
        return snapshots()
                .find(id)
                .filter(snapshot -> FakeBlockStorage.sees(call, snapshot))
                .orElseThrow(() -> missing(id));
    }

    private static Refusal missing(String id) {
        return Refusal.notFound("Snapshot " + id + " could not be found.");
    }

    private FakeResponse list(Call call, String path) {
        List<String> allowed = call.since("3.65")
                ? List.of("name", "status", "volume_id", "metadata", "availability_zone", "consumes_quota")
                : call.since("3.22")
                        ? List.of("name", "status", "volume_id", "metadata", "availability_zone")
                        : List.of("name", "status", "volume_id");
        BlockList list = BlockList.of(call)
                .columns(
                        "id",
                        "name",
                        "description",
                        "status",
                        "volume_id",
                        "volume_size",
                        "created_at",
                        "updated_at",
                        "project_id",
                        "user_id",
                        "metadata",
                        "availability_zone",
                        "consumes_quota",
                        "progress",
                        "host")
                .values(this::column)
                .missing(FakeSnapshots::missing)
                .allow(allowed.toArray(String[]::new));
        List<Row> rows = list.allProjects()
                ? snapshots().all()
                : snapshots().where("project_id", call.caller().projectId());
        String quota = list.filters().get("consumes_quota");
        if (quota != null) {
            BlockText.flag("use_quota", quota);
        }
        rows.forEach(this::read);
        boolean detail = path.endsWith("detail");
        // Only what is left after that reading: it may have ended a deletion.
        List<Row> left = rows.stream().filter(row -> snapshots().has(row.id())).toList();
        return list.reply("snapshots", path, left, row -> detail ? shown(call, row) : brief(row));
    }

    private @Nullable Object column(String name, Row snapshot) {
        return switch (name) {
            case "availability_zone" -> FakeBlockStorage.ZONE;
            case "host" ->
                cinder.volumes()
                        .volumes()
                        .find(snapshot.text("volume_id"))
                        .map(volume -> volume.get("host"))
                        .orElse(null);
            default -> snapshot.get(name);
        };
    }

    private void read(Row snapshot) {
        cinder.world().motion().read(cinder.region(), KIND, snapshot.id());
    }

    private FakeResponse create(Call call) {
        Map<String, Object> wanted = BlockBody.of(
                call,
                "snapshot",
                Schema.object()
                        .required("volume_id", BlockBody.UUID_OR_NULL)
                        .optional("name", BlockBody.SHORT_OR_NULL)
                        .optional("display_name", BlockBody.SHORT_OR_NULL)
                        .optional("description", BlockBody.SHORT_OR_NULL)
                        .optional("force", BlockBody.FLAG)
                        .optional("metadata", BlockBody.PAIRS_OR_NULL));
        Row volume = cinder.volumes().find(call, Python.str(wanted.get("volume_id")));
        Boolean force = wanted.get("force") == null ? null : BlockText.flag(wanted.get("force"));
        if (call.since("3.66") && Boolean.FALSE.equals(force)) {
            throw Refusal.badRequest(NO_FORCE);
        }
        boolean inUse = call.since("3.66") || Boolean.TRUE.equals(force);
        Row made = make(
                call.caller(), volume, wanted, inUse ? List.of("available", "in-use") : List.of("available"), null);
        Map<String, Object> view = view(call, made);
        begin(made, "create");
        return Json.reply(202, Json.map("snapshot", view));
    }

    /** A snapshot that is still being made, or refuses; the volume must be in one of these states. */
    Row make(
            Caller caller,
            Row volume,
            Map<String, Object> wanted,
            List<String> states,
            @Nullable String groupSnapshot) {
        checkVolume(volume);
        if (!states.contains(volume.text("status"))) {
            throw VolumeStates.invalid("Volume " + volume.id() + " status must be " + String.join(", ", states)
                    + ", but current status is: " + volume.text("status") + ".");
        }
        return add(caller, volume, wanted, groupSnapshot);
    }

    /** The same whatever state the volume is in, as for a snapshot of its group. */
    Row add(Caller caller, Row volume, Map<String, Object> wanted, @Nullable String groupSnapshot) {
        checkVolume(volume);
        cinder.quotas().checkSnapshots(caller.projectId(), 1, volume.number("size"), volume.text("volume_type_id"));
        return snapshots()
                .add(new Row(Json.map(
                        "id", cinder.world().ids().uuid(),
                        "number", cinder.world().ids().number(),
                        "project_id", caller.projectId(),
                        "user_id", caller.userId(),
                        "volume_id", volume.id(),
                        "volume_size", volume.number("size"),
                        "volume_type_id", volume.text("volume_type_id"),
                        "encryption_key_id", volume.get("encryption_key_id"),
                        "name", BlockBody.stripped(BlockBody.either(wanted, "name", "display_name")),
                        "description", BlockBody.stripped(wanted.get("description")),
                        "status", "creating",
                        "progress", "0%",
                        "metadata", new LinkedHashMap<>(Json.object(wanted.get("metadata"))),
                        "group_snapshot_id", groupSnapshot,
                        "consumes_quota", true,
                        "created_at", cinder.now(),
                        "updated_at", null)));
    }

    private static void checkVolume(Row volume) {
        if (volume.get("host") == null) {
            throw VolumeStates.invalid(
                    "The snapshot cannot be created because volume has not been scheduled to any host.");
        }
        if (volume.is("status", "maintenance")) {
            throw VolumeStates.invalid("The snapshot cannot be created when the volume is in maintenance mode.");
        }
        if (!VolumeDeletion.settled(volume)) {
            throw VolumeStates.invalid("Snapshot cannot be created while volume is migrating.");
        }
        if (volume.is("status", "error")) {
            throw VolumeStates.invalid("The snapshot cannot be created when the volume is in error status.");
        }
    }

    /** Begins what this snapshot is to go through. */
    void begin(Row snapshot, String what) {
        cinder.world().motion().begin(cinder.region(), KIND, snapshot.id(), what);
    }

    @Override
    public void done(String id, String what) {
        snapshots().find(id).ifPresent(snapshot -> {
            switch (what) {
                case "create" ->
                    snapshot.set("status", "available").set("progress", "100%").set("updated_at", cinder.now());
                case "manage" -> cinder.disks().takeSnapshot(snapshot);
                default -> {
                    if (what.equals("unmanage")) {
                        cinder.disks().leave(snapshot);
                    }
                    snapshots().remove(id);
                }
            }
        });
    }

    @Override
    public void failed(String id, String what, String words) {
        snapshots().find(id).ifPresent(snapshot -> {
            boolean made = what.equals("create") || what.equals("manage");
            snapshot.set("status", made ? "error" : "error_deleting").set("updated_at", cinder.now());
            String event = made ? "VOLUME_VOLUME_SNAPSHOT_009_013" : "VOLUME_VOLUME_SNAPSHOT_010_016";
            cinder.messages().add(snapshot, "VOLUME_SNAPSHOT", event, words);
        });
    }

    private FakeResponse show(Call call) {
        read(find(call));
        return Json.reply(200, Json.map("snapshot", shown(call, find(call))));
    }

    private FakeResponse update(Call call) {
        Map<String, Object> wanted = BlockBody.of(
                call,
                "snapshot",
                BlockBody.notEmpty(Schema.object()
                        .optional("name", BlockBody.SHORT_OR_NULL)
                        .optional("display_name", BlockBody.SHORT_OR_NULL)
                        .optional("description", BlockBody.SHORT_OR_NULL)
                        .optional("display_description", BlockBody.SHORT_OR_NULL)));
        Row snapshot = find(call);
        wanted.forEach((name, value) -> snapshot.set(name.replace("display_", ""), BlockBody.stripped(value)));
        snapshot.set("updated_at", cinder.now());
        return Json.reply(200, Json.map("snapshot", view(call, snapshot)));
    }

    private void delete(Row snapshot, boolean force, String what) {
        boolean settled = force || List.of("available", "error").contains(snapshot.text("status"));
        if (!settled || snapshot.get("group_snapshot_id") != null) {
            String status = force ? "" : "status must be available or error and";
            throw Refusal.badRequest("Invalid snapshot: Snapshot " + status + " must not be part of a group.");
        }
        snapshot.set("status", what.equals("unmanage") ? "unmanaging" : "deleting");
        begin(snapshot, what);
    }

    private FakeResponse act(Call call) {
        Map<String, Object> body = BlockBody.action(call);
        switch (body.keySet().iterator().next()) {
            case "os-reset_status" -> reset(call, body);
            case "os-update_snapshot_status" -> updateStatus(call, body);
            case "os-force_delete" -> {
                Row snapshot = find(call);
                FakeBlockStorage.adminOnly(call, ADMIN + "force_delete");
                delete(snapshot, true, "delete");
            }
            case "os-unmanage" -> {
                Row snapshot = find(call);
                FakeBlockStorage.adminOnly(call, "snapshot_extension:snapshot_unmanage");
                delete(snapshot, false, "unmanage");
            }
            default -> throw BlockBody.noAction(body);
        }
        return FakeResponse.of(202);
    }

    private void reset(Call call, Map<String, Object> body) {
        Map<String, Object> wanted = BlockBody.argument(
                body, Schema.object().required("status", BlockBody.status("Snapshot status", STATUSES)));
        Row snapshot = find(call);
        FakeBlockStorage.adminOnly(call, ADMIN + "reset_status");
        cinder.world().motion().forget(cinder.region(), KIND, snapshot.id());
        snapshot.set("status", String.valueOf(wanted.get("status")).toLowerCase(Locale.ROOT));
    }

    private void updateStatus(Call call, Map<String, Object> body) {
        Map<String, Object> wanted = BlockBody.argument(
                body, Schema.object().required("status", BlockBody.TEXT).optional("progress", FakeSnapshots::progress));
        Row snapshot = find(call);
        FakeBlockStorage.adminOnly(call, "snapshot_extension:snapshot_actions:update_snapshot_status");
        String now = snapshot.text("status");
        String next = String.valueOf(wanted.get("status"));
        List<String> following = FOLLOWING.get(now);
        if (following == null) {
            throw Refusal.badRequest("Snapshot status " + now + " not allowed for update_snapshot_status");
        }
        if (!following.contains(next)) {
            throw Refusal.badRequest(
                    "Provided snapshot status " + next + " not allowed for snapshot with status " + now + ".");
        }
        snapshot.set("status", next);
        if (wanted.get("progress") != null) {
            snapshot.set("progress", wanted.get("progress"));
        }
    }

    private static Schema.@Nullable Violation progress(List<String> path, @Nullable Object value) {
        String text = String.valueOf(value);
        if (value != null && !text.isEmpty()) {
            String number = text.substring(0, text.length() - 1);
            if (!number.matches("-?\\d{1,9}")) {
                throw Refusal.badRequest("Invalid input received: progress must be an integer percentage");
            }
            int percent = Integer.parseInt(number);
            if (percent < 0 || percent > 100 || !text.endsWith("%")) {
                throw Refusal.badRequest(
                        "Invalid input received: progress must be an integer percentage between 0 and 100");
            }
        }
        return null;
    }

    /** What is told of any snapshot since the first microversion. */
    static Map<String, Object> brief(Row snapshot) {
        Map<String, Object> view =
                snapshot.pick("id", "created_at", "updated_at", "name", "description", "volume_id", "status");
        view.put("size", snapshot.number("volume_size"));
        view.put("metadata", snapshot.object("metadata"));
        return view;
    }

    private static Map<String, Object> view(Call call, Row snapshot) {
        Map<String, Object> view = brief(snapshot);
        if (call.since("3.14")) {
            view.putAll(snapshot.pick("group_snapshot_id"));
        }
        if (call.since("3.41")) {
            view.putAll(snapshot.pick("user_id"));
        }
        if (call.since("3.65")) {
            view.putAll(snapshot.pick("consumes_quota"));
        }
        return view;
    }

    /** What is shown of a snapshot that is read, as against one that was just ordered. */
    private static Map<String, Object> shown(Call call, Row snapshot) {
        Map<String, Object> view = view(call, snapshot);
        view.put("os-extended-snapshot-attributes:project_id", snapshot.text("project_id"));
        view.put("os-extended-snapshot-attributes:progress", snapshot.text("progress"));
        return view;
    }
}
