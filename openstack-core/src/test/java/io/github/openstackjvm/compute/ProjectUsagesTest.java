package io.github.openstackjvm.compute;

import java.time.Instant;
import java.util.List;

import io.github.openstackjvm.stub.TestCloud;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class ProjectUsagesTest {
    private static final String PERIOD = "start=2026-11-01T00%3A00%3A00.000000&end=2026-11-02T00%3A00%3A00.500000";

    @RegisterExtension
    static final TestCloud NOVA = TestCloud.compute("2.93");

    private ProjectUsages usage;

    @BeforeEach
    void connect() {
        usage = NOVA.cloud()
                .compute()
                .usage()
                .between(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-11-02T00:00:00.5Z"));
    }

    private static String project(String id, double hours, String... servers) {
        return """
                {"tenant_id": "%s", "total_hours": %s, "total_vcpus_usage": %s, "total_memory_mb_usage": %s,
                 "total_local_gb_usage": %s, "start": "2026-11-01T00:00:00.000000", "stop": "2026-11-02T00:00:00.500000",
                 "server_usages": [%s]}""".formatted(id, hours, 2 * hours, 512 * hours, 10 * hours, String.join(",", List.of(servers)));
    }

    private static String server(String id) {
        return """
                {"hours": 1.5, "flavor": "m1.tiny", "instance_id": "%s", "name": "web", "tenant_id": "p1", "memory_mb": 512,
                 "local_gb": 10, "vcpus": 2, "started_at": "2026-11-01T22:30:00.000000", "ended_at": null, "state": "active",
                 "uptime": 5400}""".formatted(id);
    }

    /** A page of Nova is full of servers, whichever project they are of. */
    @Test
    void aProjectOnSeveralPagesIsOne() {
        String second = "/os-simple-tenant-usage?" + PERIOD + "&detailed=0&marker=s1";
        NOVA.on(
                "GET /os-simple-tenant-usage?" + PERIOD + "&detailed=0",
                200,
                "{\"tenant_usages\": [" + project("p1", 1)
                        + "], \"tenant_usages_links\": [{\"rel\": \"next\", \"href\": \"" + NOVA.url() + second
                        + "\"}]}");
        NOVA.on("GET " + second, 200, "{\"tenant_usages\": [" + project("p1", 2) + "," + project("p2", 4) + "]}");

        List<ProjectUsage> all = usage.all();

        assertThat(all).extracting(ProjectUsage::projectId).containsExactly("p1", "p2");
        assertThat(all.get(0).serverHours()).isEqualTo(3);
        assertThat(all.get(0).vcpuHours()).isEqualTo(6);
        assertThat(all.get(0).ramMiBHours()).isEqualTo(1536);
        assertThat(all.get(0).diskGiBHours()).isEqualTo(30);
        assertThat(all.get(0).from()).isEqualTo("2026-11-01T00:00:00Z");
        assertThat(all.get(1).serverHours()).isEqualTo(4);
    }

    @Test
    void theServersOfAProjectAreReadToTheEnd() {
        String path = "GET /os-simple-tenant-usage/p1?" + PERIOD;
        NOVA.on(path, 200, "{\"tenant_usage\": " + project("p1", 2, server("s1"), server("s2")) + "}");
        NOVA.on(path + "&marker=s2", 200, "{\"tenant_usage\": " + project("p1", 1, server("s3")) + "}");
        NOVA.on(path + "&marker=s3", 200, "{\"tenant_usage\": {}}");

        ProjectUsage one = usage.of("p1");

        assertThat(one.serverHours()).isEqualTo(3);
        assertThat(one.servers()).extracting(ProjectUsage.ServerUsage::serverId).containsExactly("s1", "s2", "s3");
        ProjectUsage.ServerUsage first = one.servers().get(0);
        assertThat(first.uptimeSeconds()).isEqualTo(5400);
        assertThat(first.endedAt()).isNull();
        assertThat(first.ramMiB()).isEqualTo(512);
    }

    /** Before 2.40 all come at once, and a marker is ignored. */
    @Test
    void anOldCloudIsAskedOnceMoreAndNotForEver() {
        NOVA.offers("2.39");
        String path = "GET /os-simple-tenant-usage/p1?" + PERIOD;
        String answer = "{\"tenant_usage\": " + project("p1", 2, server("s1"), server("s2")) + "}";
        NOVA.on(path, 200, answer);
        NOVA.on(path + "&marker=s2", 200, answer);

        assertThat(usage.of("p1").serverHours()).isEqualTo(2);
        assertThat(NOVA.calls()).hasSize(2);
    }

    @Test
    void nothingUsedIsNoFailure() {
        NOVA.on("GET /os-simple-tenant-usage/p9?" + PERIOD, 200, "{\"tenant_usage\": {}}");

        ProjectUsage none = usage.of("p9");

        assertThat(none.projectId()).isEqualTo("p9");
        assertThat(none.serverHours()).isZero();
        assertThat(none.servers()).isEmpty();
    }
}
