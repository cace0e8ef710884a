package io.github.openstackjvm.testkit.compute;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Schema;

/** What a project may have, and has, in words of their own. */
final class FakeLimits implements FakeResource {
    private static final Map<String, List<String>> LIMITS = Map.ofEntries(
            Map.entry("instances", List.of("maxTotalInstances")),
            Map.entry("cores", List.of("maxTotalCores")),
            Map.entry("ram", List.of("maxTotalRAMSize")),
            Map.entry("metadata_items", List.of("maxServerMeta", "maxImageMeta")),
            Map.entry("injected_files", List.of("maxPersonality")),
            Map.entry("injected_file_content_bytes", List.of("maxPersonalitySize")),
            Map.entry("key_pairs", List.of("maxTotalKeypairs")),
            Map.entry("server_groups", List.of("maxServerGroups")),
            Map.entry("server_group_members", List.of("maxServerGroupMembers")),
            Map.entry("floating_ips", List.of("maxTotalFloatingIps")),
            Map.entry("security_groups", List.of("maxSecurityGroups")),
            Map.entry("security_group_rules", List.of("maxSecurityGroupRules")));

    private static final List<Map.Entry<String, String>> USED = List.of(
            Map.entry("totalRAMUsed", "ram"),
            Map.entry("totalCoresUsed", "cores"),
            Map.entry("totalInstancesUsed", "instances"),
            Map.entry("totalFloatingIpsUsed", "floating_ips"),
            Map.entry("totalSecurityGroupsUsed", "security_groups"),
            Map.entry("totalServerGroupsUsed", "server_groups"));

    private final QuotaBook quotas;

    FakeLimits(QuotaBook quotas) {
        this.quotas = quotas;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/limits", this::show);
    }

    private FakeResponse show(Call call) {
        FakeCompute.query(call, Map.of("tenant_id", Schema.text(0, 255)));
        if (call.query("tenant_id").isPresent()) {
            FakeCompute.adminOnly(call, "limits:other_project");
        }
        String project = call.query("tenant_id").orElse(call.caller().projectId());
        Map<String, Object> absolute = Json.map();
        for (String resource : QuotaBook.RESOURCES) {
            for (String name : QuotaBook.shown(call, resource, "2.36")
                    ? LIMITS.getOrDefault(resource, List.of())
                    : List.<String>of()) {
                if (!name.equals("maxImageMeta") || !call.since("2.39")) {
                    absolute.put(name, quotas.limit(project, resource));
                }
            }
        }
        for (Map.Entry<String, String> used : USED) {
            if (QuotaBook.shown(call, used.getValue(), "2.36")) {
                absolute.put(used.getKey(), quotas.used(project, "", used.getValue()));
            }
        }
        return Json.reply(200, Json.map("limits", Json.map("rate", List.of(), "absolute", absolute)));
    }
}
