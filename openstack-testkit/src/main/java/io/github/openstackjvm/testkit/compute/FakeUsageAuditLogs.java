package io.github.openstackjvm.testkit.compute;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;

/** The monthly reports of the hosts, which none of them makes unless it is told to. */
final class FakeUsageAuditLogs implements FakeResource {
    private static final String PATH = "/os-instance_usage_audit_log";

    private final FakeServers servers;

    FakeUsageAuditLogs(FakeServers servers) {
        this.servers = servers;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, call -> {
            allow(call, "list");
            LocalDateTime now = LocalDateTime.ofInstant(servers.nova().world().now(), ZoneOffset.UTC);
            return Json.reply(200, Json.map("instance_usage_audit_logs", log(now)));
        });
        routes.get(PATH + "/{before}", call -> {
            allow(call, "show");
            return Json.reply(200, Json.map("instance_usage_audit_log", log(before(call.param("before")))));
        });
    }

    private static void allow(Call call, String rule) {
        FakeCompute.adminOnly(call, "os-instance-usage-audit-log:" + rule);
    }

    private static LocalDateTime before(String text) {
        try {
            if (text.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?")) {
                return LocalDateTime.parse(text.replace(' ', 'T'));
            }
        } catch (DateTimeException e) {
            // There is no such day or hour.
        }
        throw Refusal.badRequest("Invalid timestamp for date " + text);
    }

    /** The last month that ended before this time; one that ends right then is not over for Nova. */
    private Map<String, Object> log(LocalDateTime before) {
        LocalDate end = before.toLocalDate().withDayOfMonth(1);
        if (!end.atStartOfDay().isBefore(before)) {
            end = end.minusMonths(1);
        }
        List<String> hosts = servers.hosts().nodes().all().stream()
                .map(node -> node.text("host"))
                .toList();
        return Json.map(
                "period_beginning",
                end.minusMonths(1) + " 00:00:00",
                "period_ending",
                end + " 00:00:00",
                "num_hosts",
                hosts.size(),
                "num_hosts_done",
                0,
                "num_hosts_running",
                0,
                "num_hosts_not_run",
                hosts.size(),
                "hosts_not_run",
                hosts,
                "total_instances",
                0,
                "total_errors",
                0,
                "overall_status",
                "0 of " + hosts.size() + " hosts done. 0 errors.",
                "log",
                Map.of());
    }
}
