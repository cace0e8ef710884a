package io.github.openstackjvm.testkit.coverage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeCloud;
import io.github.openstackjvm.testkit.engine.Route;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Keeps COVERAGE.md true; {@code -Dcoverage.update=true} rewrites it. */
class CoverageTest {
    private static final Path TABLE = Path.of("..", "COVERAGE.md");
    private static final Path LIVE = Path.of("src/test/resources/live-operations.txt");

    /** Why the real cloud that the scenarios run on cannot show an operation. */
    private static final Map<String, String> NOT_THERE = Map.ofEntries(
            Map.entry("/security-group-rules/{}/tags", "no: Neutron of Zed has no tags for rules"),
            Map.entry("/security-group-rules/{}/tags/{}", "no: Neutron of Zed has no tags for rules"),
            Map.entry("/routers/{}/add_external_gateways", "no: a router of Zed has one gateway"),
            Map.entry("/routers/{}/update_external_gateways", "no: a router of Zed has one gateway"),
            Map.entry("/routers/{}/remove_external_gateways", "no: a router of Zed has one gateway"),
            Map.entry("/default-security-group-rules", "no: Neutron of Zed has no such rules"),
            Map.entry("/default-security-group-rules/{}", "no: Neutron of Zed has no such rules"),
            Map.entry("/images/{}/locations", "no: Glance has this since 2.17"),
            Map.entry("/agents/{}", "no: there are no agents"),
            Map.entry("/backups/import_record", "no: Cinder knows still what it has exported, and refuses it"),
            Map.entry("/group_types/default", "no: it has no default type of groups"),
            Map.entry("/clusters/{}", "no: its Cinder is no cluster"),
            Map.entry("/clusters/enable", "no: its Cinder is no cluster"),
            Map.entry("/clusters/disable", "no: its Cinder is no cluster"),
            Map.entry("/groups/{}", "no: Cinder deletes groups by an action"),
            Map.entry("/manageable_volumes/detail", "no: its driver cannot list what lies on its backend"),
            Map.entry("/manageable_snapshots/detail", "no: its driver cannot list what lies on its backend"),
            Map.entry("/servers/{}/shares", "no: Nova has shares since 2.97"),
            Map.entry("/servers/{}/shares/{}", "no: Nova has shares since 2.97"),
            Map.entry("/os-services/{}", "no: it would take a host from the cloud"),
            Map.entry("/os-hypervisors/{}/uptime", "no: Nova's pretended hypervisor knows no uptime, and says so"));

    @Test
    void theTableIsUpToDate() throws Exception {
        String now = table();
        if (Boolean.getBoolean("coverage.update")) {
            Files.writeString(TABLE, now);
        }
        assertThat(Files.readString(TABLE))
                .as(
                        "COVERAGE.md; rewrite it with: mvn -Dcoverage.update=true -Dtest=CoverageTest -Dsurefire.failIfNoSpecifiedTests=false test")
                .isEqualTo(now);
    }

    private static String table() throws Exception {
        List<String> live = Files.readAllLines(LIVE);
        StringBuilder text = new StringBuilder("""
                # What is covered

                Generated: the requests the client can send, out of its declarations; whether the fake answers them, out of
                its routes; and whether a scenario has sent them to a real OpenStack (Zed: compute up to 2.93), out of the
                latest live run. Microversions are those whose answers the models know; the cloud may offer fewer.

                | service | collection | request | microversions | fake | live |
                |---|---|---|---|---|---|
                """);
        Map<String, List<Route>> routes;
        try (FakeCloud fake = FakeCloud.start()) {
            routes = fake.routes();
        }
        int faked = 0;
        int run = 0;
        List<Operation> all = Operation.all();
        for (Operation operation : all) {
            boolean isFaked = routes.getOrDefault(operation.service(), List.of()).stream()
                    .anyMatch(route -> route.method().name().equals(operation.method())
                            && route.path().replaceAll("\\{[^}]+\\}", "{}").equals(operation.route()));
            boolean isRun = live.contains(operation.service() + " " + operation.method() + " " + operation.path());
            faked += isFaked ? 1 : 0;
            run += isRun ? 1 : 0;
            text.append("| %s | %s | `%s %s` | %s | %s | %s |%n"
                    .formatted(
                            operation.service(),
                            operation.collection(),
                            operation.method(),
                            operation.route(),
                            operation.versions(),
                            isFaked ? "yes" : "no",
                            isRun ? "yes" : NOT_THERE.getOrDefault(operation.path(), "no")));
        }
        text.append("%n%d requests, %d of them faked, %d run live.%n".formatted(all.size(), faked, run));
        return text.toString();
    }
}
