package io.github.openstackjvm.testkit.blockstorage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Schema;
import org.jspecify.annotations.Nullable;

/** Quotas of projects, those of everybody who has none of their own, and the limits that follow from them. */
public final class FakeQuotaSets implements FakeResource {
    private static final String RULE = "volume_extension:quotas:";
    private static final String CLASS_RULE = "volume_extension:quota_classes:";

    private final FakeBlockStorage cinder;

    FakeQuotaSets(FakeBlockStorage cinder) {
        this.cinder = cinder;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/os-quota-sets/{project}", this::show);
        routes.get("/os-quota-sets/{project}/defaults", this::defaults);
        routes.put("/os-quota-sets/{project}", this::update);
        routes.delete("/os-quota-sets/{project}", this::delete);
        routes.get("/os-quota-class-sets/{name}", this::showClass);
        routes.put("/os-quota-class-sets/{name}", this::updateClass);
        routes.get("/limits", this::limits);
    }

    private FakeResponse show(Call call) {
        String project = call.param("project");
        if (!project.equals(call.caller().projectId())) {
            FakeBlockStorage.adminOnly(call, RULE + "show");
        }
        boolean usage = BlockText.flag("usage", call.query("usage").orElse("false"));
        Map<String, Object> set = Json.map();
        for (String resource : cinder.quotas().resources()) {
            int limit = cinder.quotas().limit(project, resource);
            set.put(
                    resource,
                    usage
                            ? Json.map("limit", limit, "in_use", cinder.quotas().used(project, resource), "reserved", 0)
                            : limit);
        }
        set.put("id", project);
        return Json.reply(200, Json.map("quota_set", set));
    }

    private FakeResponse defaults(Call call) {
        String project = call.param("project");
        if (!project.equals(call.caller().projectId())) {
            FakeBlockStorage.adminOnly(call, RULE + "show");
        }
        Map<String, Object> set = byDefault();
        set.put("id", project);
        return Json.reply(200, Json.map("quota_set", set));
    }

    private Map<String, Object> byDefault() {
        Map<String, Object> set = Json.map();
        cinder.quotas()
                .resources()
                .forEach(resource -> set.put(resource, cinder.quotas().byDefault(resource)));
        return set;
    }

    private FakeResponse update(Call call) {
        Map<String, Object> wanted = BlockBody.of(call, "quota_set", limits("quota set"));
        FakeBlockStorage.adminOnly(call, RULE + "update");
        String project = call.param("project");
        Map<String, Object> limits = new LinkedHashMap<>(wanted);
        limits.remove("tenant_id");
        limits.remove("id");
        limits.forEach((resource, value) -> {
            long limit = Long.parseLong(value.toString());
            long used = cinder.quotas().used(project, resource);
            if (!resource.equals("per_volume_gigabytes") && limit != -1 && limit < used) {
                throw Refusal.badRequest("Quota " + resource
                        + " limit must be equal or greater than existing resources. Current usage is " + used
                        + " and the requested limit is " + limit + ".");
            }
        });
        limits.forEach(
                (resource, value) -> cinder.world().setQuota(project, resource, Integer.parseInt(value.toString())));
        Map<String, Object> set = Json.map();
        cinder.quotas()
                .resources()
                .forEach(resource -> set.put(resource, cinder.quotas().limit(project, resource)));
        return Json.reply(200, Json.map("quota_set", set));
    }

    private FakeResponse delete(Call call) {
        FakeBlockStorage.adminOnly(call, RULE + "delete");
        cinder.world().resetQuotas(call.param("project"), cinder.quotas().resources());
        return FakeResponse.of(200);
    }

    private FakeResponse showClass(Call call) {
        FakeBlockStorage.adminOnly(call, CLASS_RULE + "get");
        Map<String, Object> set = byDefault();
        set.put("id", call.param("name"));
        return Json.reply(200, Json.map("quota_class_set", set));
    }

    private FakeResponse updateClass(Call call) {
        Map<String, Object> wanted = BlockBody.of(call, "quota_class_set", limits("quota class set"));
        FakeBlockStorage.adminOnly(call, CLASS_RULE + "update");
        // Only the class of this name means anything to Cinder.
        if (call.param("name").equals("default")) {
            wanted.forEach(
                    (resource, value) -> cinder.quotas().setDefault(resource, Integer.parseInt(value.toString())));
        }
        Map<String, Object> set = byDefault();
        set.putAll(wanted);
        return Json.reply(200, Json.map("quota_class_set", set));
    }

    private Schema limits(String what) {
        return (path, value) -> {
            Schema.Violation violation = Schema.object()
                    .others(".*", BlockBody.ANY)
                    .size(1, Integer.MAX_VALUE)
                    .check(path, value);
            if (violation == null) {
                check(Json.object(value), what);
            }
            return violation;
        };
    }

    private void check(Map<String, Object> limits, String what) {
        List<String> bad = new ArrayList<>();
        limits.forEach((resource, value) -> {
            if (cinder.quotas().resources().contains(resource)) {
                checkNumber(resource, value);
            } else if (!resource.equals("tenant_id") && !resource.equals("id")) {
                bad.add(resource);
            }
        });
        if (!bad.isEmpty()) {
            throw Refusal.badRequest("Invalid input received: Bad key(s) in " + what + ": " + String.join(", ", bad));
        }
    }

    private static void checkNumber(String resource, @Nullable Object value) {
        long number;
        try {
            number = Long.parseLong(String.valueOf(value));
        } catch (NumberFormatException e) {
            throw Refusal.badRequest(resource + " must be an integer");
        }
        if (number < -1) {
            throw Refusal.badRequest(resource + " must be >= -1");
        }
        if (number > Integer.MAX_VALUE) {
            throw Refusal.badRequest(resource + " must be <= " + Integer.MAX_VALUE);
        }
    }

    private FakeResponse limits(Call call) {
        String project = call.query("project_id").orElse(call.caller().projectId());
        if (!call.since("3.39") || !call.caller().admin()) {
            project = call.caller().projectId();
        }
        BlockQuotas quotas = cinder.quotas();
        return Json.reply(
                200,
                Json.map(
                        "limits",
                        Json.map(
                                "rate",
                                List.of(),
                                "absolute",
                                Json.map(
                                        "maxTotalVolumes",
                                        quotas.limit(project, "volumes"),
                                        "maxTotalSnapshots",
                                        quotas.limit(project, "snapshots"),
                                        "maxTotalVolumeGigabytes",
                                        quotas.limit(project, "gigabytes"),
                                        "maxTotalBackups",
                                        quotas.limit(project, "backups"),
                                        "maxTotalBackupGigabytes",
                                        quotas.limit(project, "backup_gigabytes"),
                                        "totalVolumesUsed",
                                        quotas.used(project, "volumes"),
                                        "totalGigabytesUsed",
                                        quotas.used(project, "gigabytes"),
                                        "totalSnapshotsUsed",
                                        quotas.used(project, "snapshots"),
                                        "totalBackupsUsed",
                                        quotas.used(project, "backups"),
                                        "totalBackupGigabytesUsed",
                                        quotas.used(project, "backup_gigabytes")))));
    }
}
