package io.github.openstackjvm.testkit.scenario;

import java.util.List;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.network.FloatingIp;
import io.github.openstackjvm.network.FloatingIpSpec;
import io.github.openstackjvm.network.Network;
import io.github.openstackjvm.network.Port;
import io.github.openstackjvm.network.PortSpec;
import io.github.openstackjvm.network.Router;
import io.github.openstackjvm.network.RouterSpec;
import io.github.openstackjvm.network.SubnetPool;
import io.github.openstackjvm.network.SubnetPoolSpec;
import io.github.openstackjvm.network.Trunk;
import io.github.openstackjvm.network.TrunkSpec;
import io.github.openstackjvm.network.qos.QosPolicy;
import io.github.openstackjvm.network.qos.QosPolicySpec;
import io.github.openstackjvm.resource.Tags;
import io.github.openstackjvm.testkit.As;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Tags are kept below each kind of thing in the same way. */
@Scenario
class NetworkTagsScenario {

    private static void tried(Tags tags) {
        assertThat(tags.all()).isEmpty();
        tags.add("blue");
        assertThat(tags.has("blue")).isTrue();
        assertThat(tags.has("red")).isFalse();
        tags.replace(List.of("red", "green"));
        assertThat(tags.all()).containsExactlyInAnyOrder("red", "green");
        tags.remove("red");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> tags.remove("red"))
                .withMessageContaining("Tag red could not be found.");
        assertThat(tags.all()).containsExactly("green");
        tags.clear();
        assertThat(tags.all()).isEmpty();
    }

    @Test
    void eachKindHasThem(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Lan lan = new Lan(cloud, scratch);
        Network network = lan.network("network");
        tried(cloud.network().networks().tags(network));
        tried(cloud.network().subnets().tags(lan.subnet(network, "10.78.0.0/24")));
        Port port = lan.port(PortSpec.on(network).name(scratch.name("port")));
        tried(cloud.network().ports().tags(port));
        Router router = lan.router(RouterSpec.named(scratch.name("router")));
        tried(cloud.network().routers().tags(router));

        FloatingIp address = cloud.network()
                .floatingIps()
                .create(FloatingIpSpec.from("public").description(scratch.name("address")));
        scratch.undo(() -> cloud.network().floatingIps().delete(address));
        tried(cloud.network().floatingIps().tags(address));
        SubnetPool pool = cloud.network()
                .subnetPools()
                .create(SubnetPoolSpec.named(scratch.name("pool")).prefixes("10.79.0.0/16"));
        scratch.undo(() -> cloud.network().subnetPools().delete(pool));
        tried(cloud.network().subnetPools().tags(pool));
        Trunk trunk = cloud.network().trunks().create(TrunkSpec.by(port).name(scratch.name("trunk")));
        scratch.undo(() -> cloud.network().trunks().delete(trunk));
        assertThat(cloud.network().trunks().get(trunk)).isEqualTo(trunk);
        tried(cloud.network().trunks().tags(trunk));
        QosPolicy policy = admin.network().qosPolicies().create(QosPolicySpec.named(scratch.name("policy")));
        scratch.undo(() -> admin.network().qosPolicies().delete(policy));
        tried(admin.network().qosPolicies().tags(policy));
    }
}
