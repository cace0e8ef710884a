package io.github.openstackjvm.testkit.blockstorage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;
import org.jspecify.annotations.Nullable;

/** What Cinder can take over from its backends, and how it does. */
public final class FakeManageable implements FakeResource {
    private static final Schema REFERENCE = (path, value) ->
            value instanceof Map || value instanceof String ? null : BlockBody.wrong(path, value, "object", "string");
    private static final Schema REFERENCE_OR_NULL =
            (path, value) -> value == null || value instanceof Map || value instanceof String
                    ? null
                    : BlockBody.wrong(path, value, "object", "null", "string");

    private final FakeBlockStorage cinder;

    FakeManageable(FakeBlockStorage cinder) {
        this.cinder = cinder;
    }

    @Override
    public void routes(Routes routes) {
        // Each has an older path, too.
        for (String path : List.of("/manageable_volumes", "/os-volume-manage")) {
            routes.get(path, call -> list(call, false, false)).since("3.8");
            routes.get(path + "/detail", call -> list(call, false, true)).since("3.8");
            routes.post(path, this::manageVolume).since(path.contains("os-") ? "3.0" : "3.8");
        }
        for (String path : List.of("/manageable_snapshots", "/os-snapshot-manage")) {
            routes.get(path, call -> list(call, true, false)).since("3.8");
            routes.get(path + "/detail", call -> list(call, true, true)).since("3.8");
            routes.post(path, this::manageSnapshot).since(path.contains("os-") ? "3.0" : "3.8");
        }
    }

    private FakeResponse manageVolume(Call call) {
        Schema.ObjectSchema schema = Schema.object()
                .optional("description", BlockBody.DESCRIPTION)
                .optional("availability_zone", BlockBody.SHORT_OR_NULL)
                .optional("bootable", BlockBody.FLAG)
                .optional("volume_type", BlockBody.SHORT_OR_NULL)
                .optional("name", BlockBody.SHORT_OR_NULL)
                .optional("host", Schema.text(1, 255))
                .required("ref", REFERENCE)
                .optional("metadata", BlockBody.PAIRS_OR_NULL);
        if (call.since("3.16")) {
            schema.optional("cluster", BlockBody.SHORT_OR_NULL);
        }
        Map<String, Object> wanted = BlockBody.of(call, "volume", schema);
        FakeBlockStorage.adminOnly(call, "volume_extension:volume_manage");
        String host = FakeServices.hostOrCluster(wanted, call.since("3.16"));
        Row type = type(call, wanted.get("volume_type"));
        String disk = Objects.toString(Json.object(wanted.get("ref")).get("source-name"), "");
        if (cinder.volumes().volumes().any(volume -> BackendDisks.nameOf(volume).equals(disk))) {
            throw Refusal.badRequest("Unable to manage existing volume. The volume is already managed");
        }
        if (cinder.collection("encryptions").has(type.id())) {
            throw Refusal.badRequest("Managing to an encrypted volume type is not supported.");
        }
        Row service = cinder.services()
                .of(host)
                .orElseThrow(() -> Refusal.badRequest(
                        (wanted.get("host") == null ? "Cluster '" : "Host '") + host + "' not found"));
        if (service.is("disabled")) {
            throw new Refusal(503, "Service is unavailable at this time.");
        }
        Row volume = new VolumeCreation(
                        cinder,
                        call.caller(),
                        Json.map(
                                "size", 1,
                                "name", wanted.get("name"),
                                "description", wanted.get("description"),
                                "metadata", wanted.get("metadata"),
                                "volume_type", type.id()))
                .make()
                .set("size", 0)
                .set("status", "managing")
                .set("host", host.contains("#") ? host : FakeServices.pool(host.replaceFirst(".*@", "")))
                .set("bootable", Boolean.TRUE.equals(BlockText.flag(wanted.getOrDefault("bootable", false))))
                .set("wanted_disk", wanted.get("ref"));
        Map<String, Object> view = cinder.volumes().basis(call, volume);
        cinder.life().begin(volume, "manage");
        return Json.reply(202, Json.map("volume", view));
    }

    private Row type(Call call, @Nullable Object wanted) {
        if (wanted == null || wanted.equals("")) {
            return cinder.types().byDefault(call.caller());
        }
        try {
            return cinder.types().named(call.caller(), wanted.toString());
        } catch (Refusal missing) {
            throw Refusal.badRequest("Invalid volume type: Cannot find requested '" + wanted + "' volume type");
        }
    }

    private FakeResponse manageSnapshot(Call call) {
        Map<String, Object> wanted = BlockBody.of(
                call,
                "snapshot",
                Schema.object()
                        .optional("description", BlockBody.DESCRIPTION)
                        .optional("metadata", BlockBody.PAIRS_OR_NULL)
                        .optional("name", BlockBody.SHORT_OR_NULL)
                        .required("volume_id", BlockBody.UUID)
                        .required("ref", REFERENCE_OR_NULL));
        Row volume = cinder.volumes().find(call, String.valueOf(wanted.get("volume_id")));
        FakeBlockStorage.adminOnly(call, "snapshot_extension:snapshot_manage");
        Row snapshot = cinder.snapshots()
                .make(call.caller(), volume, wanted, List.of("available", "in-use"), null)
                .set("wanted_disk", wanted.get("ref"));
        Map<String, Object> view = FakeSnapshots.brief(snapshot);
        cinder.snapshots().begin(snapshot, "manage");
        return Json.reply(202, Json.map("snapshot", view));
    }

    private FakeResponse list(Call call, boolean snapshots, boolean detailed) {
        FakeBlockStorage.adminOnly(
                call, snapshots ? "snapshot_extension:list_manageable" : "volume_extension:list_manageable");
        String host = FakeServices.hostOrCluster(
                Json.map(
                        "host", call.query("host").orElse(null),
                        "cluster", call.query("cluster").orElse(null)),
                call.since("3.17"));
        if (cinder.services().of(host).isEmpty()) {
            throw Refusal.notFound("Service cinder-volume could not be found on host " + host + ".");
        }
        List<Map<String, Object>> entries = new ArrayList<>();
        known(host, snapshots).forEach(row -> entries.add(entry(row, BackendDisks.nameOf(row), snapshots, false)));
        cinder.disks().on(host, snapshots).forEach(disk -> entries.add(entry(disk, disk.id(), snapshots, true)));
        List<Map<String, Object>> page = page(call, entries);
        if (!detailed) {
            page.forEach(entry ->
                    entry.keySet().retainAll(Set.of("reference", "size", "safe_to_manage", "source_reference")));
        }
        return Json.reply(200, Json.map(snapshots ? "manageable-snapshots" : "manageable-volumes", page));
    }

    private List<Row> known(String host, boolean snapshots) {
        List<Row> volumes =
                cinder.volumes().volumes().where(volume -> volume.text("host").startsWith(host));
        return snapshots
                ? cinder.collection("snapshots")
                        .where(snapshot -> volumes.stream().anyMatch(volume -> snapshot.is("volume_id", volume.id())))
                : volumes;
    }

    private static Map<String, Object> entry(Row row, String name, boolean snapshot, boolean free) {
        Map<String, Object> entry = Json.map(
                "reference",
                Json.map("source-name", name),
                "size",
                snapshot && !free ? row.number("volume_size") : row.number("size"),
                "safe_to_manage",
                free,
                "reason_not_safe",
                free ? null : "already managed",
                "cinder_id",
                free ? null : row.id(),
                "extra_info",
                null);
        if (snapshot) {
            String origin = free ? row.text("origin") : "volume-" + row.text("volume_id");
            entry.put("source_reference", Json.map("source-name", origin));
        }
        return entry;
    }

    private static List<Map<String, Object>> page(Call call, List<Map<String, Object>> entries) {
        String[] order = call.query("sort").orElse("reference:desc").split(":", 2);
        if (!Set.of("reference", "size").contains(order[0])) {
            throw Refusal.badRequest("Invalid sort keys passed: " + order[0]);
        }
        Comparator<Map<String, Object>> by = order[0].equals("size")
                ? Comparator.comparing(entry -> new Row(entry).number("size"))
                : Comparator.comparing(entry -> new Row(entry).text("reference"));
        entries.sort(order.length == 2 && order[1].equals("asc") ? by : by.reversed());
        int from = Math.min(number(call, "offset", 0), entries.size());
        return entries.subList(from, (int) Math.min((long) from + number(call, "limit", 1000), entries.size()));
    }

    private static int number(Call call, String name, int otherwise) {
        String text = call.query(name).orElse(String.valueOf(otherwise));
        if (!text.matches("\\d{1,9}")) {
            throw Refusal.badRequest(
                    text.matches("-\\d+")
                            ? (name.equals("limit") ? "limit param must be positive" : "offset must be >= 0")
                            : name + (name.equals("limit") ? " param" : "") + " must be an integer");
        }
        return Math.min(Integer.parseInt(text), 1_000_000);
    }
}
