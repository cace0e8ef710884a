package io.github.openstackjvm.testkit.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.blockstorage.Volume;
import io.github.openstackjvm.compute.BootVolume;
import io.github.openstackjvm.compute.Server;
import io.github.openstackjvm.compute.ServerSpec;
import io.github.openstackjvm.compute.ServerStatus;
import io.github.openstackjvm.compute.Servers;
import io.github.openstackjvm.compute.VolumeAttachment;
import io.github.openstackjvm.image.DiskFormat;
import io.github.openstackjvm.image.Image;
import io.github.openstackjvm.image.ImageSpec;
import io.github.openstackjvm.network.FloatingIp;
import io.github.openstackjvm.network.FloatingIpSpec;
import io.github.openstackjvm.network.Network;
import io.github.openstackjvm.network.Port;
import io.github.openstackjvm.network.SecurityGroup;
import io.github.openstackjvm.network.SecurityGroupSpec;
import io.github.openstackjvm.testkit.As;
import io.github.openstackjvm.transfer.Content;
import org.junit.jupiter.api.Test;

import static io.github.openstackjvm.compute.RebootType.HARD;
import static io.github.openstackjvm.testkit.scenario.ServersScenario.make;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** The program that tells what the library is like, on a cloud that has what it expects to find there. */
@Scenario
class DeployScenario {
    private final List<Server> reported = new ArrayList<>();

    @Test
    void aServerIsDeployed(@As("admin") Cloud cloud, Scratch scratch) {
        furnish(cloud, scratch);
        Servers servers = cloud.compute().servers();
        Network lan = cloud.network().networks().named("private");
        Image ubuntu = cloud.image().images().named("ubuntu-24.04");

        Server web = make(
                cloud,
                scratch,
                ServerSpec.named("web-1")
                        .flavor("m1.small")
                        .network(lan)
                        .securityGroup("web")
                        .boot(BootVolume.from(ubuntu).sizeGiB(20).deleteOnTermination()));

        Port nic = cloud.network().ports().list().device(web).one();
        FloatingIp address = cloud.network()
                .floatingIps()
                .create(FloatingIpSpec.from("public").port(nic));
        scratch.undo(() -> cloud.network().floatingIps().delete(address));

        Instant yesterday = web.createdAt().minus(Duration.ofDays(1)); // by the clock of the cloud
        for (Server s : servers.list().allProjects().changesSince(yesterday)) {
            report(s);
        }
        assertThat(reported).extracting(Server::id).contains(web.id());
        servers.reboot(web, HARD).join();

        Server rebooted = servers.get(web);
        assertThat(rebooted.status()).isEqualTo(ServerStatus.ACTIVE);
        assertThat(rebooted.image()).isNull();
        assertThat(rebooted.allAddresses())
                .extracting(Server.Address::address, Server.Address::type)
                .containsExactlyInAnyOrder(
                        tuple(address.fixedIpAddress(), "fixed"), tuple(address.floatingIpAddress(), "floating"));
        assertThat(rebooted.securityGroups()).extracting(Server.GroupName::name).containsExactly("web");
        VolumeAttachment disk = servers.attachments(web).list().one();
        Volume volume = cloud.blockstorage().volumes().get(disk.volumeId());
        assertThat(volume.sizeGiB()).isEqualTo(20);
        assertThat(volume.bootable()).isTrue();
        assertThat(volume.imageMetadata()).containsEntry("image_name", "ubuntu-24.04");

        servers.delete(web).join();

        assertThat(servers.find(web.id())).isEmpty();
        assertThat(cloud.blockstorage().volumes().find(volume.id())).isEmpty();
        assertThat(cloud.network().ports().find(nic.id())).isEmpty();
        assertThat(cloud.network().floatingIps().get(address).portId()).isNull();
    }

    private void report(Server server) {
        reported.add(server);
    }

    /** The image and the security group of the program; networks and flavors are there. */
    private static void furnish(Cloud cloud, Scratch scratch) {
        Image image =
                cloud.image().images().create(ImageSpec.named("ubuntu-24.04").bare(DiskFormat.RAW));
        scratch.undo(() -> cloud.image().images().delete(image));
        cloud.image().images().upload(image, Content.of("a system"));
        SecurityGroup web = cloud.network().securityGroups().create(SecurityGroupSpec.named("web"));
        scratch.undo(() -> cloud.network().securityGroups().delete(web));
    }
}
