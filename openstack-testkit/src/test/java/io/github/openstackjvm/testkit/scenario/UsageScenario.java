package io.github.openstackjvm.testkit.scenario;

import java.time.Duration;
import java.time.Instant;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.compute.ProjectUsage;
import io.github.openstackjvm.compute.ProjectUsages;
import io.github.openstackjvm.compute.Server;
import io.github.openstackjvm.compute.Servers;
import io.github.openstackjvm.compute.UsageAuditLog;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.testkit.As;
import org.junit.jupiter.api.Test;

import static io.github.openstackjvm.testkit.scenario.ServersScenario.make;
import static io.github.openstackjvm.testkit.scenario.ServersScenario.small;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Scenario
class UsageScenario {
    private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

    private static boolean shows(ProjectUsage usage, Server server) {
        return usage.servers().stream().anyMatch(each -> each.serverId().equals(server.id()));
    }

    @Test
    void serversAreCountedFromTheirLaunchToTheirEnd(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Servers servers = cloud.compute().servers();
        String project = cloud.session().projectId();
        Server server =
                make(cloud, scratch, small(scratch, "used").flavor("m1.micro").network("private"));
        Instant launched = servers.get(server).launchedAt();
        assertThat(launched).isNotNull();
        Instant end = launched.plus(Duration.ofDays(1000));
        ProjectUsages period = cloud.compute().usage().between(launched.minus(Duration.ofDays(1)), end);

        ProjectUsage usage = period.of(project);
        // Nova's database rounds to whole seconds: a server may be launched half a second from now.
        while (!usage.to().isAfter(launched) && !shows(usage, server)) {
            usage = period.of(project);
        }
        assertThat(usage.projectId()).isEqualTo(project);
        assertThat(usage.from()).isEqualTo(launched.minus(Duration.ofDays(1)));
        assertThat(usage.to()).isBefore(end); // it counts up to now
        ProjectUsage.ServerUsage one = usage.servers().stream()
                .filter(each -> each.serverId().equals(server.id()))
                .findFirst()
                .orElseThrow();
        assertThat(one.name()).isEqualTo(server.name());
        assertThat(one.flavor()).isEqualTo("m1.micro");
        assertThat(one.vcpus()).isEqualTo(1);
        assertThat(one.ramMiB()).isEqualTo(128);
        assertThat(one.diskGiB()).isEqualTo(1);
        assertThat(one.state()).isEqualTo("active");
        assertThat(one.projectId()).isEqualTo(project);
        assertThat(one.startedAt()).isEqualTo(launched);
        assertThat(one.endedAt()).isNull();
        assertThat(one.extras()).isEmpty();
        assertThat(usage.serverHours()).isGreaterThanOrEqualTo(one.hours());
        assertThat(usage.ramMiBHours()).isGreaterThanOrEqualTo(one.hours() * 128);

        servers.delete(server).join();
        ProjectUsage.ServerUsage ended = period.of(project).servers().stream()
                .filter(each -> each.serverId().equals(server.id()))
                .findFirst()
                .orElseThrow();
        assertThat(ended.state()).isEqualTo("terminated");
        assertThat(ended.endedAt()).isAfterOrEqualTo(launched);
        assertThat(ended.uptimeSeconds())
                .isEqualTo(Duration.between(launched, ended.endedAt()).toSeconds());

        ProjectUsages all = admin.compute().usage().between(launched.minus(Duration.ofDays(1)), end);
        assertThat(all.all())
                .filteredOn(each -> each.projectId().equals(project))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.servers()).isEmpty();
                    assertThat(each.serverHours()).isGreaterThanOrEqualTo(ended.hours());
                });
        assertThat(all.detailed())
                .filteredOn(each -> each.projectId().equals(project))
                .flatExtracting(ProjectUsage::servers)
                .extracting(ProjectUsage.ServerUsage::serverId)
                .contains(server.id());
    }

    @Test
    void thereMayBeNone(Cloud cloud, @As("admin") Cloud admin) {
        ProjectUsages past = cloud.compute().usage().between(LONG_AGO, LONG_AGO.plus(Duration.ofDays(1)));
        ProjectUsage none = past.of(cloud.session().projectId());
        assertThat(none.serverHours()).isZero();
        assertThat(none.servers()).isEmpty();
        assertThat(admin.compute()
                        .usage()
                        .between(LONG_AGO, LONG_AGO.plus(Duration.ofDays(1)))
                        .all())
                .isEmpty();
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> cloud.compute()
                        .usage()
                        .between(LONG_AGO.plus(Duration.ofDays(1)), LONG_AGO)
                        .of(cloud.session().projectId()))
                .withMessageContaining("Invalid start time. The start time cannot occur after the end time.");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(past::all)
                .withMessageContaining(
                        "Policy doesn't allow os_compute_api:os-simple-tenant-usage:list to be performed.");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> past.of(admin.session().projectId()))
                .withMessageContaining("os_compute_api:os-simple-tenant-usage:show");
    }

    @Test
    void hostsReportOncePerMonth(Cloud cloud, @As("admin") Cloud admin) {
        UsageAuditLog latest = admin.compute().usageAuditLogs().latest();
        assertThat(latest.numHosts()).isEqualTo(2);
        assertThat(latest.numHostsNotRun()).isEqualTo(2);
        assertThat(latest.hostsNotRun()).containsExactlyInAnyOrder("compute1", "compute2");
        assertThat(latest.overallStatus()).isEqualTo("0 of 2 hosts done. 0 errors.");
        assertThat(latest.periodBeginning()).isBefore(latest.periodEnding());
        UsageAuditLog before = admin.compute().usageAuditLogs().before(Instant.parse("2026-03-15T12:30:00Z"));
        assertThat(before.periodBeginning()).isEqualTo("2026-02-01T00:00:00Z");
        assertThat(before.periodEnding()).isEqualTo("2026-03-01T00:00:00Z");
        assertThat(before.log()).isEmpty();
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> cloud.compute().usageAuditLogs().latest())
                .withMessageContaining(
                        "Policy doesn't allow os_compute_api:os-instance-usage-audit-log:list to be performed.");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> cloud.compute().usageAuditLogs().before(LONG_AGO))
                .withMessageContaining("os_compute_api:os-instance-usage-audit-log:show");
    }
}
