package io.github.openstackjvm.testkit.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Python;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import org.jspecify.annotations.Nullable;

/** How many of each resource a project may have. */
public final class FakeNetworkQuotas implements FakeResource {
    private static final List<String> NAMES = List.of(
            "network",
            "subnet",
            "subnetpool",
            "port",
            "router",
            "floatingip",
            "rbac_policy",
            "security_group",
            "security_group_rule",
            "trunk");

    static final Map<String, Integer> DEFAULTS = Map.of(
            "network", 200,
            "subnet", 200,
            "port", 1000,
            "router", 100,
            "floatingip", 100,
            "rbac_policy", 10,
            "security_group", 200,
            "security_group_rule", 1000);

    private final FakeNetwork neutron;

    FakeNetworkQuotas(FakeNetwork neutron) {
        this.neutron = neutron;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/quotas", this::list);
        routes.get("/quotas/{project}", call -> {
            allow(call, "get_quota");
            return quotas(call.param("project"));
        });
        routes.get("/quotas/{project}/default", call -> {
            allow(call, "get_quota");
            Map<String, Object> quota = Json.map();
            NAMES.forEach(name -> quota.put(name, DEFAULTS.getOrDefault(name, -1)));
            return Json.reply(200, Json.map("quota", quota));
        });
        routes.get("/quotas/{project}/details", this::details);
        routes.put("/quotas/{project}", this::update);
        routes.delete("/quotas/{project}", call -> {
            adminOnly(call, "delete_quota");
            String project = call.param("project");
            if (!neutron.world().projectsWithQuota(NAMES).contains(project)) {
                throw new Refusal(404, "TenantQuotaNotFound", "Quota for tenant " + project + " could not be found.");
            }
            neutron.world().resetQuotas(project, NAMES);
            return FakeResponse.of(204);
        });
    }

    private static int limit(String name, @Nullable Object value) {
        // As Python makes integers: of a fraction, what is before the point.
        Object whole = value instanceof Double fraction ? fraction.longValue() : value;
        String text = String.valueOf(whole);
        if (!text.matches("[+-]?\\d{1,18}")) {
            throw Checks.input("'" + Python.str(value) + "' is not an integer");
        }
        long limit = Long.parseLong(text);
        if (limit < -1) {
            throw Attribute.invalid(name, "'" + limit + "' is too small - must be at least '-1'");
        }
        if (limit > Integer.MAX_VALUE) {
            throw Attribute.invalid(
                    name, "'" + limit + "' is too large - must be no larger than '" + Integer.MAX_VALUE + "'");
        }
        return (int) limit;
    }

    /** Only the projects whose quotas were set. */
    private FakeResponse list(Call call) {
        adminOnly(call, "get_quota");
        List<Object> quotas = new ArrayList<>();
        for (String project : neutron.world().projectsWithQuota(NAMES)) {
            Map<String, Object> quota = Json.map("project_id", project, "tenant_id", project);
            NAMES.forEach(name -> quota.put(name, neutron.quota(project, name)));
            quotas.add(quota);
        }
        return Json.reply(200, Json.map("quotas", quotas));
    }

    private static void allow(Call call, String rule) {
        if (!call.param("project").equals(call.caller().projectId())) {
            adminOnly(call, rule);
        }
    }

    private static void adminOnly(Call call, String rule) {
        if (!call.caller().admin()) {
            throw Refusal.forbidden("rule:" + rule + " is disallowed by policy");
        }
    }

    private FakeResponse quotas(String project) {
        Map<String, Object> quota = Json.map();
        NAMES.forEach(name -> quota.put(name, neutron.quota(project, name)));
        return Json.reply(200, Json.map("quota", quota));
    }

    private FakeResponse details(Call call) {
        allow(call, "get_quota");
        String project = call.param("project");
        Map<String, Object> quota = Json.map();
        for (String name : NAMES) {
            int used =
                    neutron.collection(name + "s").where("project_id", project).size();
            quota.put(name, Json.map("limit", neutron.quota(project, name), "used", used, "reserved", 0));
        }
        return Json.reply(200, Json.map("quota", quota));
    }

    private FakeResponse update(Call call) {
        adminOnly(call, "update_quota");
        String project = call.param("project");
        Map<String, Object> wanted = Json.object(NetworkBody.json(call).get("quota"));
        Map<String, Integer> limits = new LinkedHashMap<>();
        wanted.forEach((name, value) -> {
            if (!NAMES.contains(name)) {
                throw Refusal.badRequest("Unrecognized attribute(s) '" + name + "'");
            }
            limits.put(name, limit(name, value));
        });
        limits.forEach((name, limit) -> neutron.world().setQuota(project, name, limit));
        return quotas(project);
    }
}
