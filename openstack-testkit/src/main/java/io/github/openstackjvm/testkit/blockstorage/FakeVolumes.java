package io.github.openstackjvm.testkit.blockstorage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Python;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;
import org.jspecify.annotations.Nullable;

/** Volumes. */
public final class FakeVolumes implements FakeResource {
    private static final String[] COLUMNS = {
        "id",
        "name",
        "description",
        "status",
        "size",
        "availability_zone",
        "created_at",
        "updated_at",
        "bootable",
        "multiattach",
        "snapshot_id",
        "source_volid",
        "user_id",
        "project_id",
        "host",
        "group_id",
        "migration_status",
        "attach_status",
        "volume_type_id",
        "metadata",
        "glance_metadata",
        "consumes_quota",
        "encryption_key_id",
        "replication_status",
        "display_name"
    };

    private final FakeBlockStorage cinder;

    FakeVolumes(FakeBlockStorage cinder) {
        this.cinder = cinder;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/volumes", call -> list(call, "/volumes"));
        routes.get("/volumes/detail", call -> list(call, "/volumes/detail"));
        routes.get("/volumes/summary", this::summary).since("3.12");
        routes.post("/volumes", this::create);
        routes.get("/volumes/{volume}", this::show);
        routes.put("/volumes/{volume}", this::update);
        routes.delete("/volumes/{volume}", this::delete);
        routes.get("/volumes/{volume}/encryption", call -> Json.reply(200, encryption(find(call))));
    }

    FakeCollection volumes() {
        return cinder.collection("volumes");
    }

    /** The volume that the path names, when the caller may see it. */
    Row find(Call call) {
        return find(call, call.param("volume"));
    }

    /** The volume of this id, when the caller may see it. */
    Row find(Call call, String id) {
        return volumes()
                .find(id)
                .filter(volume -> FakeBlockStorage.sees(call, volume))
                .orElseThrow(() -> missing(id));
    }

    /** What is said of a volume that is not there. */
    static Refusal missing(String id) {
        return Refusal.notFound("Volume " + id + " could not be found.");
    }

    private FakeResponse list(Call call, String path) {
        BlockList list = BlockList.of(call)
                .columns(COLUMNS)
                .renamed(Map.of("display_name", "name"))
                .values(this::column)
                .missing(FakeVolumes::missing)
                .allow(allowed(call));
        List<Row> rows = list.allProjects()
                ? volumes().all()
                : volumes().where("project_id", call.caller().projectId());
        checkFlags(call, list);
        rows.forEach(cinder.life()::read);
        boolean detail = path.endsWith("detail");
        // Only what is left after that reading: it may have ended a deletion.
        List<Row> left = rows.stream().filter(row -> volumes().has(row.id())).toList();
        return list.reply("volumes", path, left, volume -> detail ? shown(call, volume) : brief(call, volume));
    }

    private @Nullable Object column(String name, Row volume) {
        return switch (name) {
            case "glance_metadata" -> volume.object("image_metadata");
            case "metadata" -> metadata(volume);
            default -> volume.get(name);
        };
    }

    private static String[] allowed(Call call) {
        List<String> names = new ArrayList<>(
                List.of("name", "status", "metadata", "bootable", "migration_status", "availability_zone", "size"));
        if (call.since("3.10")) {
            names.add("group_id");
        }
        if (call.since("3.60")) {
            names.addAll(List.of("created_at", "updated_at"));
        }
        if (call.since("3.65")) {
            names.add("consumes_quota");
        }
        return names.toArray(String[]::new);
    }

    // Since 3.2 a word that is neither true nor false is refused; before, it is true unless it is one of three.
    private static void checkFlags(Call call, BlockList list) {
        for (String name : List.of("bootable", "multiattach")) {
            String value = list.filters().get(name);
            if (value != null && call.since("3.2") && BlockText.flag(value) == null) {
                throw Refusal.badRequest("Invalid input received: '" + name + " = " + value + "'");
            } else if (value != null && !call.since("3.2")) {
                list.filters().put(name, String.valueOf(!value.equalsIgnoreCase("false")));
            }
        }
        String quota = list.filters().get("consumes_quota");
        if (quota != null) {
            BlockText.flag("use_quota", quota);
        }
    }

    private FakeResponse summary(Call call) {
        boolean all = BlockText.flag("all_tenants", call.query("all_tenants").orElse("false"))
                && call.caller().admin();
        List<Row> rows = all
                ? volumes().all()
                : volumes().where("project_id", call.caller().projectId());
        Map<String, Object> summary = Json.map(
                "total_count",
                rows.size(),
                "total_size",
                rows.stream().mapToLong(volume -> volume.number("size")).sum());
        if (call.since("3.36")) {
            Map<String, Object> metadata = new LinkedHashMap<>();
            for (Row volume : rows) {
                volume.object("metadata").forEach((key, value) -> {
                    TreeSet<String> values = new TreeSet<>();
                    if (metadata.get(key) instanceof List<?> before) {
                        before.forEach(each -> values.add(each.toString()));
                    }
                    values.add(value.toString());
                    metadata.put(key, new ArrayList<>(values));
                });
            }
            summary.put("metadata", metadata);
        }
        return Json.reply(200, Json.map("volume-summary", summary));
    }

    private FakeResponse create(Call call) {
        Schema.ObjectSchema volume = Schema.object()
                .optional("name", BlockBody.NAME)
                .optional("description", BlockBody.DESCRIPTION)
                .optional("display_name", BlockBody.NAME)
                .optional("display_description", BlockBody.DESCRIPTION)
                .optional("volume_type", BlockBody.SHORT_OR_NULL)
                .optional("metadata", BlockBody.PAIRS_OR_NULL)
                .optional("snapshot_id", BlockBody.UUID_OR_NULL)
                .optional("source_volid", BlockBody.UUID_OR_NULL)
                .optional("consistencygroup_id", BlockBody.UUID_OR_NULL)
                .optional("size", BlockBody.SIZE_OR_NULL)
                .optional("availability_zone", BlockBody.ZONE)
                .optional("multiattach", BlockBody.FLAG_OR_NULL)
                .optional("image_id", BlockBody.SHORT_OR_NULL)
                .optional("imageRef", BlockBody.SHORT_OR_NULL);
        if (call.since("3.13")) {
            volume.optional("group_id", BlockBody.SHORT_OR_NULL);
        }
        if (call.since("3.47")) {
            volume.optional("backup_id", BlockBody.UUID_OR_NULL);
        }
        if (!call.since("3.53")) {
            volume.others(".*", BlockBody.ANY);
        }
        Map<String, Object> body = BlockBody.whole(
                call, Schema.object().required("volume", volume).optional("OS-SCH-HNT:scheduler_hints", HINTS));
        Map<String, Object> wanted = new LinkedHashMap<>(Json.object(body.get("volume")));
        if (!call.since("3.13")) {
            wanted.remove("group_id");
        }
        if (!call.since("3.47")) {
            wanted.remove("backup_id");
        }
        Row made = new VolumeCreation(cinder, call.caller(), wanted).make();
        Map<String, Object> view = view(call, made);
        cinder.life().begin(made, "create");
        return Json.reply(202, Json.map("volume", view));
    }

    private static final Schema SERVERS = BlockBody.either((path, value) -> value instanceof List<?> list
            ? list.stream()
                    .map(each -> BlockBody.UUID.check(path, each))
                    .filter(violation -> violation != null)
                    .findFirst()
                    .orElse(null)
            : BlockBody.UUID.check(path, value));

    private static final Schema HINTS = (path, value) -> {
        if (value == null) {
            return null;
        }
        if (!(value instanceof Map)) {
            return new Schema.Violation(path, value, Python.repr(value) + " is not of type 'object', 'null'");
        }
        // Checked by itself, as if it were the body.
        return Schema.object()
                .optional("local_to_instance", BlockBody.either(BlockBody.UUID))
                .optional("different_host", SERVERS)
                .optional("same_host", SERVERS)
                .optional("query", BlockBody.ANY)
                .others(".*", BlockBody.ANY)
                .check(path, value);
    };

    private FakeResponse show(Call call) {
        Row volume = find(call);
        cinder.life().read(volume);
        // Reading may have ended a deletion.
        return Json.reply(200, Json.map("volume", shown(call, find(call))));
    }

    private FakeResponse update(Call call) {
        Schema volume = Schema.object()
                .optional("name", BlockBody.NAME)
                .optional("description", BlockBody.DESCRIPTION)
                .optional("display_name", BlockBody.NAME)
                .optional("display_description", BlockBody.DESCRIPTION)
                .optional("metadata", BlockBody.PAIRS);
        Map<String, Object> wanted =
                BlockBody.of(call, "volume", call.since("3.53") ? BlockBody.notEmpty(volume) : volume);
        Row row = find(call);
        if (row.is("status", "maintenance")) {
            throw Refusal.badRequest("Invalid volume: The volume cannot be updated during maintenance.");
        }
        wanted.forEach((name, value) -> {
            if (name.equals("metadata")) {
                row.set("metadata", new LinkedHashMap<>(Json.object(value)));
            } else {
                row.set(name.replace("display_", ""), BlockBody.stripped(value));
            }
        });
        row.set("updated_at", cinder.now());
        return Json.reply(200, Json.map("volume", view(call, row)));
    }

    private FakeResponse delete(Call call) {
        boolean cascade = BlockText.flag("cascade", call.query("cascade").orElse("false"));
        boolean force = call.since("3.23")
                && BlockText.flag("force", call.query("force").orElse("false"));
        Row volume = find(call);
        if (force) {
            FakeBlockStorage.adminOnly(call, "volume:force_delete");
        }
        cinder.deletion().delete(volume, cascade, force);
        return FakeResponse.of(202);
    }

    private Map<String, Object> encryption(Row volume) {
        Map<String, Object> view = Json.map("encryption_key_id", volume.get("encryption_key_id"));
        cinder.collection("encryptions")
                .find(volume.text("volume_type_id"))
                .ifPresent(type -> view.putAll(type.pick("control_location", "cipher", "key_size", "provider")));
        return view;
    }

    private static Map<String, Object> brief(Call call, Row volume) {
        Map<String, Object> view = volume.pick("id", "name");
        view.put("links", FakeBlockStorage.links(call, "/volumes/" + volume.id()));
        return view;
    }

    /** What is shown of a volume that is read, as against one that was just ordered. */
    Map<String, Object> shown(Call call, Row volume) {
        Map<String, Object> view = view(call, volume);
        if (!volume.object("image_metadata").isEmpty()) {
            view.put("volume_image_metadata", volume.object("image_metadata"));
        }
        Json.put(view, "os-vol-tenant-attr:tenant_id", volume.get("project_id"));
        if (call.caller().admin()) {
            Json.put(view, "os-vol-mig-status-attr:migstat", volume.get("migration_status"));
            Json.put(view, "os-vol-mig-status-attr:name_id", volume.get("name_id"));
            Json.put(view, "os-vol-host-attr:host", volume.get("host"));
        }
        return view;
    }

    /** What is told of any volume since the first microversion. */
    Map<String, Object> basis(Call call, Row volume) {
        boolean admin = call.caller().admin();
        Map<String, Object> view = volume.pick("id");
        view.put("status", status(volume));
        view.putAll(volume.pick("size", "availability_zone", "created_at", "updated_at", "name", "description"));
        view.put("volume_type", cinder.types().nameOf(volume.text("volume_type_id")));
        view.putAll(volume.pick("snapshot_id", "source_volid"));
        view.put("metadata", metadata(volume));
        view.put("links", FakeBlockStorage.links(call, "/volumes/" + volume.id()));
        view.putAll(volume.pick("user_id"));
        view.put("bootable", String.valueOf(volume.is("bootable")));
        view.put("encrypted", volume.get("encryption_key_id") != null);
        view.putAll(volume.pick("replication_status"));
        Json.put(view, "consistencygroup_id", null);
        view.putAll(volume.pick("multiattach"));
        view.put("attachments", attachments(volume, admin));
        if (admin) {
            view.putAll(volume.pick("migration_status"));
        }
        return view;
    }

    Map<String, Object> view(Call call, Row volume) {
        boolean admin = call.caller().admin();
        Map<String, Object> view = basis(call, volume);
        if (call.since("3.13")) {
            view.putAll(volume.pick("group_id"));
        }
        if (admin && call.since("3.21")) {
            Json.put(view, "provider_id", null);
        }
        if (call.since("3.48")) {
            view.putAll(volume.pick("shared_targets", "service_uuid"));
        }
        if (admin && call.since("3.61")) {
            Json.put(view, "cluster_name", null);
        }
        if (call.since("3.63")) {
            view.putAll(volume.pick("volume_type_id"));
        }
        if (call.since("3.65")) {
            view.putAll(volume.pick("consumes_quota"));
        }
        return view;
    }

    // What is told of volumes taken over from the backend are the words for new ones.
    private static Object status(Row volume) {
        return switch (volume.text("status")) {
            case "managing" -> "creating";
            case "error_managing" -> "error";
            case "error_managing_deleting" -> "deleting";
            default -> volume.text("status");
        };
    }

    private static Map<String, Object> metadata(Row volume) {
        Map<String, Object> all = new LinkedHashMap<>(volume.object("metadata"));
        all.putAll(volume.object("admin_metadata"));
        return all;
    }

    private List<Object> attachments(Row volume, boolean admin) {
        List<Object> attachments = new ArrayList<>();
        for (Row one : cinder.attachments().of(volume)) {
            if (one.is("attach_status", "attached")) {
                attachments.add(Json.map(
                        "id", volume.id(),
                        "attachment_id", one.id(),
                        "volume_id", volume.id(),
                        "server_id", one.get("instance"),
                        "host_name", admin ? one.get("attached_host") : null,
                        "device", one.get("mountpoint"),
                        "attached_at", one.get("attached_at")));
            }
        }
        return attachments;
    }
}
