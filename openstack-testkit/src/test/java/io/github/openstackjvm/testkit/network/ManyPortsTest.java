package io.github.openstackjvm.testkit.network;

import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;

import io.github.openstackjvm.network.Network;
import io.github.openstackjvm.network.NetworkSpec;
import io.github.openstackjvm.network.Port;
import io.github.openstackjvm.network.PortSpec;
import io.github.openstackjvm.network.Ports;
import io.github.openstackjvm.network.SubnetSpec;
import io.github.openstackjvm.resource.Page;
import io.github.openstackjvm.testkit.FakeCloud;
import io.github.openstackjvm.testkit.HttpMethod;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ManyPortsTest {
    private static final int PORTS = 10_000;

    @Test
    void tenThousandPortsComePageByPage() {
        try (FakeCloud fake = FakeCloud.start()) {
            fake.quota("demo", "port", -1);
            Ports ports = fake.cloud().network().ports();
            Network network = fake.cloud().network().networks().create(NetworkSpec.named("large"));
            fake.cloud().network().subnets().create(SubnetSpec.of(network, "10.64.0.0/16"));
            for (int made = 0; made < PORTS; made += 1000) {
                ports.createAll(Collections.nCopies(1000, PortSpec.on(network)));
            }

            Set<String> ids = new HashSet<>();
            Set<String> addresses = new HashSet<>();
            int pages = 0;
            Iterator<Page<Port>> all =
                    ports.list().network(network).pageSize(1000).pages().iterator();
            while (all.hasNext()) {
                Page<Port> page = all.next();
                pages++;
                // Nothing is asked for before it is reached, and no page is larger than what was asked for.
                assertThat(page.items()).hasSizeLessThanOrEqualTo(1000);
                assertThat(fake).received(HttpMethod.GET, "/ports").times(pages);
                page.items().forEach(port -> {
                    ids.add(port.id());
                    addresses.add(port.fixedIps().get(0).ipAddress());
                });
            }
            assertThat(ids).hasSize(PORTS);
            assertThat(addresses).hasSize(PORTS);
            assertThat(ports.list().network(network).pageSize(1000).first()).isPresent();
            assertThat(fake).received(HttpMethod.GET, "/ports").times(pages + 1);
        }
    }
}
