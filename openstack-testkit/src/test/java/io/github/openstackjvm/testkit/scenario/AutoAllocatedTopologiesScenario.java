package io.github.openstackjvm.testkit.scenario;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.compute.Server;
import io.github.openstackjvm.compute.ServerSpec;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.network.AutoAllocatedTopologies;
import io.github.openstackjvm.network.AutoAllocatedTopology;
import io.github.openstackjvm.network.Network;
import io.github.openstackjvm.network.Router;
import io.github.openstackjvm.network.Subnet;
import io.github.openstackjvm.testkit.As;
import org.junit.jupiter.api.Test;

import static io.github.openstackjvm.testkit.scenario.ServersScenario.make;
import static io.github.openstackjvm.testkit.scenario.ServersScenario.small;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** In a project that has no network of its own. */
@Scenario
class AutoAllocatedTopologiesScenario {

    @Test
    void aNetworkIsMadeForAProject(@As("alt_demo") Cloud cloud, Cloud other, Scratch scratch) {
        AutoAllocatedTopologies topologies = cloud.network().autoAllocatedTopologies();
        String project = cloud.session().projectId();
        topologies.check(project);
        scratch.undo(() -> topologies.delete(project));
        AutoAllocatedTopology made = topologies.of(project);
        assertThat(made.projectId()).isEqualTo(project);
        assertThat(topologies.of(project)).isEqualTo(made);

        Network network = cloud.network().networks().get(made.id());
        assertThat(network.name()).isEqualTo("auto_allocated_network");
        assertThat(network.adminStateUp()).isTrue();
        Subnet subnet = cloud.network().subnets().list().network(network).one();
        assertThat(subnet.name()).isEqualTo("auto_allocated_subnet_v4");
        assertThat(subnet.subnetPoolId())
                .isEqualTo(
                        cloud.network().subnetPools().named("shared-default-v4").id());
        assertThat(subnet.cidr()).endsWith("/26");
        Router router = cloud.network().routers().named("auto_allocated_router");
        assertThat(router.externalGateway()).isNotNull();
        assertThat(cloud.network().ports().list().deviceId(router.id()).toList())
                .isNotEmpty();

        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> other.network().autoAllocatedTopologies().of(project))
                .withMessageContaining("Not authorized.");
        topologies.delete(project);
        topologies.delete(project);
        assertThat(cloud.network().networks().find(made.id())).isEmpty();
        assertThat(cloud.network().routers().find(router.id())).isEmpty();
    }

    @Test
    void aServerGetsANetworkMadeForIt(@As("alt_demo") Cloud cloud, Scratch scratch) {
        String project = cloud.session().projectId();
        scratch.undo(() -> cloud.network().autoAllocatedTopologies().delete(project));
        ServerSpec spec = small(scratch, "auto").autoNetwork();
        Server first = make(cloud, scratch, spec);
        assertThat(first.addresses()).containsOnlyKeys("auto_allocated_network");
        Server second = make(cloud, scratch, small(scratch, "again"));
        assertThat(second.addresses()).containsOnlyKeys("auto_allocated_network");
    }
}
