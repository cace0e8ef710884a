package io.github.openstackjvm.testkit.blockstorage;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;

/** Volumes on their way from one project to another. The older of two forms of the API lives on beside the newer. */
public final class FakeTransfers implements FakeResource {
    private static final int KEY = 16;

    private final FakeBlockStorage cinder;

    FakeTransfers(FakeBlockStorage cinder) {
        this.cinder = cinder;
    }

    @Override
    public void routes(Routes routes) {
        for (String path : List.of("/volume-transfers", "/os-volume-transfer")) {
            String since = path.equals("/volume-transfers") ? "3.55" : "3.0";
            routes.get(path, call -> list(call, false)).since(since);
            routes.get(path + "/detail", call -> list(call, true)).since(since);
            routes.post(path, this::create).since(since);
            routes.get(path + "/{transfer}", call -> Json.reply(200, Json.map("transfer", detail(call, find(call)))))
                    .since(since);
            routes.post(path + "/{transfer}/accept", this::accept).since(since);
            routes.delete(path + "/{transfer}", this::delete).since(since);
        }
    }

    private FakeCollection transfers() {
        return cinder.collection("transfers");
    }

    private Row find(Call call) {
        String id = call.param("transfer");
        return transfers()
                .find(id)
                .filter(transfer -> FakeBlockStorage.sees(call, transfer))
                .orElseThrow(() -> missing(id));
    }

    private static Refusal missing(String id) {
        return Refusal.notFound("Transfer " + id + " could not be found.");
    }

    private FakeResponse list(Call call, boolean detailed) {
        BlockList list = BlockList.of(call)
                .columns("id", "name", "volume_id", "created_at", "no_snapshots", "accepted")
                .missing(FakeTransfers::missing);
        boolean all = list.allProjects();
        List<Row> rows = transfers()
                .where(row -> all || row.is("project_id", call.caller().projectId()));
        return list.reply(
                "transfers",
                "/os-volume-transfer",
                rows,
                transfer -> detailed ? detail(call, transfer) : summary(call, transfer));
    }

    private FakeResponse create(Call call) {
        Schema.ObjectSchema schema =
                Schema.object().required("volume_id", BlockBody.UUID).optional("name", BlockBody.SHORT_OR_NULL);
        if (call.since("3.55")) {
            schema.optional("no_snapshots", BlockBody.FLAG);
        }
        Map<String, Object> wanted = BlockBody.of(call, "transfer", schema);
        Row volume = cinder.volumes().find(call, String.valueOf(wanted.get("volume_id")));
        if (!volume.is("status", "available")) {
            throw VolumeStates.invalid("status must be available");
        }
        boolean without = Boolean.TRUE.equals(BlockText.flag(wanted.getOrDefault("no_snapshots", false)));
        if (volume.get("encryption_key_id") != null) {
            if (!call.since("3.70")) {
                throw VolumeStates.invalid("transferring encrypted volume is not supported");
            }
            if (without) {
                throw VolumeStates.invalid("transferring an encrypted volume without its snapshots is not supported");
            }
        }
        if (!without) {
            for (Row snapshot : cinder.collection("snapshots").where("volume_id", volume.id())) {
                if (!snapshot.is("status", "available")) {
                    throw Refusal.badRequest(
                            "Invalid snapshot: snapshot: " + snapshot.id() + " status must be available");
                }
            }
        }
        volume.set("status", "awaiting-transfer");
        String key = cinder.world().ids().uuid().replace("-", "").substring(0, KEY);
        Row transfer = transfers()
                .add(Row.of(
                        "id",
                        cinder.world().ids().uuid(),
                        "name",
                        BlockBody.stripped(wanted.get("name")),
                        "volume_id",
                        volume.id(),
                        "project_id",
                        volume.text("project_id"),
                        "auth_key",
                        key,
                        "no_snapshots",
                        without,
                        "source_project_id",
                        volume.text("project_id"),
                        "destination_project_id",
                        null,
                        "accepted",
                        false,
                        "created_at",
                        cinder.now()));
        Map<String, Object> view = transfer.pick("id", "created_at", "name", "volume_id", "auth_key");
        view.put("links", FakeBlockStorage.links(call, "/os-volume-transfer/" + transfer.id()));
        return Json.reply(202, Json.map("transfer", history(call, transfer, view)));
    }

    private FakeResponse accept(Call call) {
        Map<String, Object> wanted =
                BlockBody.of(call, "accept", Schema.object().required("auth_key", BlockBody.TEXT));
        // Whoever has the key may take it, whatever the project.
        String id = call.param("transfer");
        Row transfer = transfers().find(id).orElseThrow(() -> missing(id));
        if (!transfer.is("auth_key", wanted.get("auth_key"))) {
            throw Refusal.badRequest("Invalid auth key: Attempt to transfer " + id + " with invalid auth key.");
        }
        Row volume =
                cinder.collection("volumes").find(transfer.text("volume_id")).orElseThrow(() -> missing(id));
        String project = call.caller().projectId();
        long size = volume.number("size");
        cinder.quotas().checkSize(project, size);
        cinder.quotas().checkVolume(project, size, volume.text("volume_type_id"));
        if (!volume.is("status", "awaiting-transfer")) {
            throw VolumeStates.invalid(
                    "Transfer " + id + ": Volume id " + volume.id() + " expected in awaiting-transfer state.");
        }
        String user = call.caller().userId();
        List<Row> snapshots = transfer.is("no_snapshots")
                ? List.of()
                : cinder.collection("snapshots").where("volume_id", volume.id());
        Row before = new Row(volume.fields());
        give(volume, project, user);
        try {
            cinder.quotas().checkSnapshots(project, snapshots.size(), sizeOf(snapshots), volume.text("volume_type_id"));
        } catch (Refusal refusal) {
            // The volume is counted before its snapshots are, and given back.
            give(volume, before.text("project_id"), before.text("user_id"));
            throw refusal;
        }
        volume.set("status", "available");
        snapshots.forEach(snapshot -> give(snapshot, project, user));
        transfers().remove(id);
        return Json.reply(202, Json.map("transfer", summary(call, transfer)));
    }

    private static long sizeOf(List<Row> snapshots) {
        return snapshots.stream()
                .mapToLong(snapshot -> snapshot.number("volume_size"))
                .sum();
    }

    private static void give(Row thing, String project, String user) {
        thing.set("project_id", project).set("user_id", user);
    }

    private FakeResponse delete(Call call) {
        Row transfer = find(call);
        cinder.collection("volumes")
                .find(transfer.text("volume_id"))
                .filter(volume -> volume.is("status", "awaiting-transfer"))
                .ifPresent(volume -> volume.set("status", "available"));
        transfers().remove(transfer.id());
        return FakeResponse.of(202);
    }

    private static Map<String, Object> summary(Call call, Row transfer) {
        Map<String, Object> view = transfer.pick("id", "volume_id", "name");
        view.put("links", FakeBlockStorage.links(call, "/os-volume-transfer/" + transfer.id()));
        return view;
    }

    private static Map<String, Object> detail(Call call, Row transfer) {
        Map<String, Object> view = transfer.pick("id", "created_at", "name", "volume_id");
        view.put("links", FakeBlockStorage.links(call, "/os-volume-transfer/" + transfer.id()));
        return history(call, transfer, view);
    }

    private static Map<String, Object> history(Call call, Row transfer, Map<String, Object> view) {
        if (call.since("3.55")) {
            view.putAll(transfer.pick("no_snapshots"));
        }
        if (call.since("3.57")) {
            view.putAll(transfer.pick("destination_project_id", "source_project_id", "accepted"));
        }
        return view;
    }
}
