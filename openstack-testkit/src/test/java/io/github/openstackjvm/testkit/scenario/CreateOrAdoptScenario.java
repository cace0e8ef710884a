package io.github.openstackjvm.testkit.scenario;

import java.util.UUID;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.blockstorage.Volume;
import io.github.openstackjvm.blockstorage.VolumeSpec;
import io.github.openstackjvm.compute.Server;
import io.github.openstackjvm.compute.ServerSpec;
import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.network.Network;
import io.github.openstackjvm.network.NetworkSpec;
import io.github.openstackjvm.network.Port;
import io.github.openstackjvm.network.PortSpec;
import io.github.openstackjvm.resource.Pending;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@Scenario
class CreateOrAdoptScenario {
    private final String key = UUID.randomUUID().toString();

    /** A cloud on which answers get lost. */
    private static Cloud connect(CloudConfig config, LostAnswers way, Scratch scratch) {
        return scratch.closing(
                OpenStack.connect(config.toBuilder().transport(way).build()).authenticate());
    }

    @Test
    void oneServerForOneKey(CloudConfig config, Scratch scratch) {
        LostAnswers way = new LostAnswers(config);
        Cloud cloud = connect(config, way, scratch);
        ServerSpec spec =
                ServersScenario.small(scratch, "web").network("private").tags("blue");
        way.loseOne();
        Pending<Server> order = scratch.ordered(
                cloud.compute().servers().createOrAdopt(spec, key),
                cloud.compute().servers());
        // Asked again while it is being made, it is found by its key.
        assertThat(cloud.compute().servers().createOrAdopt(spec, key).id()).isEqualTo(order.id());
        Server web = order.join();
        assertThat(web.tags()).containsExactlyInAnyOrder("blue", "idempotency-key=" + key);
        cloud.compute().servers().stop(web).join();
        assertThat(cloud.compute()
                        .servers()
                        .createOrAdopt(spec, key)
                        .join()
                        .status()
                        .value())
                .isEqualTo("SHUTOFF");
        assertThat(cloud.compute().servers().list().nameMatching(web.name()).toList())
                .hasSize(1);
    }

    @Test
    void oneVolumeForOneKey(CloudConfig config, Scratch scratch) {
        LostAnswers way = new LostAnswers(config);
        Cloud cloud = connect(config, way, scratch);
        VolumeSpec spec = VolumeSpec.named(scratch.name("data")).sizeGiB(1).metadata("a", "it's");
        way.loseOne();
        Pending<Volume> order = scratch.ordered(
                cloud.blockstorage().volumes().createOrAdopt(spec, key),
                cloud.blockstorage().volumes());
        assertThat(cloud.blockstorage().volumes().createOrAdopt(spec, key).id()).isEqualTo(order.id());
        assertThat(order.join().metadata())
                .containsEntry("idempotency-key", key)
                .containsEntry("a", "it's");
        assertThat(cloud.blockstorage()
                        .volumes()
                        .createOrAdopt(spec, key)
                        .join()
                        .id())
                .isEqualTo(order.id());
    }

    @Test
    void oneNetworkAndOnePortForOneKey(CloudConfig config, Scratch scratch) {
        LostAnswers way = new LostAnswers(config);
        Cloud cloud = connect(config, way, scratch);
        NetworkSpec spec = NetworkSpec.named(scratch.name("lan"));
        way.loseOne();
        Network lan = cloud.network().networks().createOrAdopt(spec, key);
        scratch.undo(() -> cloud.network().networks().delete(lan));
        assertThat(cloud.network().networks().createOrAdopt(spec, key)).isEqualTo(lan);
        PortSpec plug = PortSpec.on(lan).name(scratch.name("nic"));
        way.loseOne();
        Port nic = cloud.network().ports().createOrAdopt(plug, key);
        scratch.undo(() -> cloud.network().ports().delete(nic));
        assertThat(cloud.network().ports().createOrAdopt(plug, key).id()).isEqualTo(nic.id());
        assertThat(cloud.network().ports().list().network(lan).toList()).hasSize(1);
    }
}
