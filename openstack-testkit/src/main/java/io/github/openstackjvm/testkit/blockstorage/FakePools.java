package io.github.openstackjvm.testkit.blockstorage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Python;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;
import org.jspecify.annotations.Nullable;

/** Where volumes lie: pools and what they can do, hosts and what lies on them, zones, clusters, and what a crash left. */
public final class FakePools implements FakeResource {
    private static final List<String> CLUSTER_FILTERS = List.of(
            "name",
            "binary",
            "is_up",
            "disabled",
            "num_hosts",
            "num_down_hosts",
            "replication_status",
            "frozen",
            "active_backend_id");
    private static final int CAPACITY = 5000;
    private static final double OVERSUBSCRIPTION = 20.0;

    private final FakeBlockStorage cinder;

    FakePools(FakeBlockStorage cinder) {
        this.cinder = cinder;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/scheduler-stats/get_pools", this::pools);
        routes.get("/capabilities/{host}", this::capabilities);
        routes.get(
                "/os-availability-zone",
                call -> Json.reply(
                        200,
                        Json.map(
                                "availabilityZoneInfo",
                                List.of(Json.map(
                                        "zoneName",
                                        FakeBlockStorage.ZONE,
                                        "zoneState",
                                        Json.map("available", true))))));
        routes.get("/os-hosts", this::hosts);
        routes.get("/os-hosts/{host}", this::host);
        routes.get("/clusters", this::clusters).since("3.7");
        routes.get("/clusters/detail", this::clusters).since("3.7");
        routes.get("/clusters/{cluster}", this::cluster).since("3.7");
        for (String change : List.of("enable", "disable")) {
            routes.put("/clusters/" + change, this::changeCluster).since("3.7");
        }
        routes.post("/workers/cleanup", this::cleanup).since("3.24");
    }

    private FakeResponse pools(Call call) {
        FakeBlockStorage.adminOnly(call, "scheduler_extension:scheduler_stats:get_pools");
        boolean detailed = BlockText.flag("detail", call.query("detail").orElse("false"));
        List<String> unknown = call.query().keySet().stream()
                .filter(name -> !List.of("detail", "name", "volume_type").contains(name))
                .toList();
        if (call.since("3.28") && !unknown.isEmpty()) {
            throw Refusal.badRequest("Invalid filters " + String.join(", ", unknown) + " are found in query options.");
        }
        String name = call.since("3.28") ? call.query("name").orElse("") : "";
        String type = call.since("3.35") ? call.query("volume_type").orElse("") : "";
        String fitting = type.isEmpty()
                ? ""
                : cinder.services()
                        .backendFor(cinder.types().named(call.caller(), type).id())
                        .orElse("none");
        List<Object> views = new ArrayList<>();
        for (String backend : FakeServices.BACKENDS) {
            String pool = FakeServices.pool(backend);
            boolean fits = fitting.isEmpty() || fitting.equals(pool) || anyFits(call, type);
            if ((name.isEmpty() || name.equals(pool)) && fits) {
                Map<String, Object> view = Json.map("name", pool);
                if (detailed) {
                    view.put("capabilities", capabilitiesOf(backend));
                }
                views.add(view);
            }
        }
        return Json.reply(200, Json.map("pools", views));
    }

    private boolean anyFits(Call call, String type) {
        return !cinder.services()
                .namesBackend(cinder.types().named(call.caller(), type).id());
    }

    private Map<String, Object> capabilitiesOf(String backend) {
        String pool = FakeServices.pool(backend);
        List<Row> volumes = cinder.collection("volumes").where("host", pool);
        long allocated =
                volumes.stream().mapToLong(volume -> volume.number("size")).sum();
        Map<String, Object> view = Json.map(
                "pool_name",
                backend,
                "total_capacity_gb",
                CAPACITY,
                "free_capacity_gb",
                CAPACITY - allocated,
                "provisioned_capacity_gb",
                allocated,
                "allocated_capacity_gb",
                allocated,
                "reserved_percentage",
                0,
                "max_over_subscription_ratio",
                OVERSUBSCRIPTION,
                "thin_provisioning_support",
                true,
                "thick_provisioning_support",
                false,
                "multiattach",
                true,
                "online_extend_support",
                true,
                "consistent_group_snapshot_enabled",
                false,
                "QoS_support",
                false);
        Json.put(view, "filter_function", null);
        Json.put(view, "goodness_function", null);
        view.putAll(Json.map(
                "volume_backend_name",
                backend,
                "storage_protocol",
                "file",
                "vendor_name",
                "Open Source",
                "driver_version",
                "1.0",
                "timestamp",
                cinder.now()));
        return view;
    }

    private FakeResponse capabilities(Call call) {
        FakeBlockStorage.adminOnly(call, "volume_extension:capabilities");
        String host = call.param("host");
        Row service = cinder.services()
                .services()
                .find("cinder-volume " + host)
                .orElseThrow(() -> Refusal.notFound("Can't find service: " + host));
        return Json.reply(
                200,
                Json.map(
                        "namespace",
                        "OS::Storage::Capabilities::" + host,
                        "vendor_name",
                        "Open Source",
                        "volume_backend_name",
                        service.text("host").replaceFirst(".*@", ""),
                        "pool_name",
                        null,
                        "driver_version",
                        "1.0",
                        "storage_protocol",
                        "file",
                        "display_name",
                        null,
                        "description",
                        null,
                        "visibility",
                        null,
                        "replication_targets",
                        List.of(),
                        "properties",
                        Json.map(
                                "thin_provisioning",
                                property("Thin Provisioning", "Sets thin provisioning."),
                                "compression",
                                property("Compression", "Enables compression."),
                                "qos",
                                property("QoS", "Enables QoS."),
                                "replication_enabled",
                                property("Replication", "Enables replication."))));
    }

    private static Map<String, Object> property(String title, String description) {
        return Json.map("title", title, "description", description, "type", "boolean");
    }

    private FakeResponse hosts(Call call) {
        FakeBlockStorage.adminOnly(call, "volume_extension:hosts");
        List<Object> views = new ArrayList<>();
        cinder.services()
                .services()
                .all()
                .forEach(service -> views.add(Json.map(
                        "host_name",
                        service.text("host"),
                        "service",
                        service.text("binary"),
                        "zone",
                        FakeBlockStorage.ZONE,
                        "service-status",
                        "available",
                        "service-state",
                        service.is("disabled") ? "disabled" : "enabled",
                        "last-update",
                        cinder.now())));
        return Json.reply(200, Json.map("hosts", views));
    }

    private FakeResponse host(Call call) {
        FakeBlockStorage.adminOnly(call, "volume_extension:hosts");
        String host = call.param("host");
        if (cinder.services().services().find("cinder-volume " + host).isEmpty()) {
            throw Refusal.notFound("Service cinder-volume could not be found on host " + host + ".");
        }
        List<Row> volumes =
                cinder.collection("volumes").where(volume -> volume.text("host").startsWith(host + "#"));
        List<Row> snapshots = cinder.collection("snapshots")
                .where(snapshot -> volumes.stream().anyMatch(volume -> snapshot.is("volume_id", volume.id())));
        List<Object> views = new ArrayList<>();
        views.add(usage(host, "(total)", volumes, snapshots));
        volumes.stream().map(volume -> volume.text("project_id")).distinct().forEach(project -> {
            List<Row> ofProject = volumes.stream()
                    .filter(one -> one.is("project_id", project))
                    .toList();
            List<Row> itsSnapshots = snapshots.stream()
                    .filter(one -> one.is("project_id", project))
                    .toList();
            views.add(usage(host, project, ofProject, itsSnapshots));
        });
        return Json.reply(200, Json.map("host", views));
    }

    // All numbers are texts here.
    private static Map<String, Object> usage(String host, String project, List<Row> volumes, List<Row> snapshots) {
        return Json.map(
                "resource",
                Json.map(
                        "host",
                        host,
                        "project",
                        project,
                        "volume_count",
                        String.valueOf(volumes.size()),
                        "total_volume_gb",
                        sum(volumes, "size"),
                        "snapshot_count",
                        String.valueOf(snapshots.size()),
                        "total_snapshot_gb",
                        sum(snapshots, "volume_size")));
    }

    private static String sum(List<Row> rows, String field) {
        return String.valueOf(rows.stream().mapToLong(row -> row.number(field)).sum());
    }

    private FakeResponse clusters(Call call) {
        FakeBlockStorage.adminOnly(call, "clusters:get_all");
        List<String> unknown = call.query().keySet().stream()
                .filter(name -> !CLUSTER_FILTERS.contains(name))
                .toList();
        if (!unknown.isEmpty()) {
            throw Refusal.badRequest("Invalid input received: Invalid filter keys: " + String.join(", ", unknown));
        }
        return Json.reply(200, Json.map("clusters", List.of()));
    }

    private FakeResponse cluster(Call call) {
        FakeBlockStorage.adminOnly(call, "clusters:get");
        throw noCluster(call.query("binary").orElse("cinder-volume"), call.param("cluster"));
    }

    private FakeResponse changeCluster(Call call) {
        FakeBlockStorage.adminOnly(call, "clusters:update");
        Map<String, Object> wanted = BlockBody.whole(
                call,
                Schema.object()
                        .required("name", Schema.text(1, 255))
                        .optional("binary", BlockBody.SHORT_OR_NULL)
                        .optional("disabled_reason", BlockBody.SHORT_OR_NULL));
        throw noCluster(wanted.getOrDefault("binary", "cinder-volume"), wanted.get("name"));
    }

    // No backend here is shared by several hosts.
    private static Refusal noCluster(Object binary, @Nullable Object name) {
        return Refusal.notFound(
                "Cluster " + Python.repr(Json.map("binary", binary, "name", name)) + " could not be found.");
    }

    private FakeResponse cleanup(Call call) {
        BlockBody.json(call);
        FakeBlockStorage.adminOnly(call, "workers:cleanup");
        return Json.reply(202, Json.map("cleaning", List.of(), "unavailable", List.of()));
    }
}
