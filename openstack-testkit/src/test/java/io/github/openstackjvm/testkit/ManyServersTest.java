package io.github.openstackjvm.testkit;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.Row;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A project as large as they come. */
@OpenStackTest
class ManyServersTest {
    private static final String SERVERS = "/compute/v2.1/servers";

    @Test
    void tenThousandServersPageThroughQuickly(FakeCloud fake) {
        Wire demo = Wire.as(fake, "demo").at("2.93");
        String first = demo.post(
                        SERVERS,
                        "{'server':{'name':'first','flavorRef':'1','networks':'none','block_device_mapping_v2':[{"
                                + "'source_type':'blank','destination_type':'volume','volume_size':1,'boot_index':0}]}}")
                .is(202)
                .at("/server/id")
                .asText();
        fake.locked(() -> {
            FakeCollection servers = fake.world().collection(fake.region(), "compute/servers");
            Row one = servers.find(first).orElseThrow();
            for (int i = 0; i < 9_999; i++) {
                servers.add(new Row(one.fields())
                        .set("id", fake.world().ids().uuid())
                        .set("name", "n" + i));
            }
            return null;
        });
        int seen = 0;
        String page = SERVERS + "/detail?sort_key=display_name&sort_dir=asc";
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        while (!page.isEmpty()) {
            Wire.Answer answer = demo.get(page).is(200);
            seen += answer.at("/servers").size();
            page = answer.at("/servers_links/0/href").asText("").replaceFirst("^https?://[^/]*", "");
        }
        assertThat(seen).isEqualTo(10_000);
        // Ten pages, and a machine that is slow; what counts is this thread's work, whatever else goes on.
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start)).isLessThan(Duration.ofSeconds(15));
    }
}
