package io.github.openstackjvm.testkit.scenario;

import java.time.Duration;
import java.util.List;

import io.github.openstackjvm.CleanupReport;
import io.github.openstackjvm.CleanupScope;
import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.blockstorage.Volume;
import io.github.openstackjvm.blockstorage.VolumeSpec;
import io.github.openstackjvm.compute.KeypairSpec;
import io.github.openstackjvm.compute.Server;
import io.github.openstackjvm.compute.VolumeAttachmentSpec;
import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.error.CleanupIncomplete;
import io.github.openstackjvm.error.OutcomeUnknown;
import io.github.openstackjvm.image.ImageSpec;
import io.github.openstackjvm.network.FloatingIpSpec;
import io.github.openstackjvm.network.Network;
import io.github.openstackjvm.network.NetworkSpec;
import io.github.openstackjvm.network.Port;
import io.github.openstackjvm.network.PortSpec;
import io.github.openstackjvm.network.Router;
import io.github.openstackjvm.network.RouterSpec;
import io.github.openstackjvm.network.SecurityGroup;
import io.github.openstackjvm.network.SecurityGroupRuleSpec;
import io.github.openstackjvm.network.SecurityGroupSpec;
import io.github.openstackjvm.network.Subnet;
import io.github.openstackjvm.network.SubnetSpec;
import io.github.openstackjvm.objectstore.ContainerSpec;
import io.github.openstackjvm.transfer.Content;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Scenario
class CleanupScenario {
    private static final Duration LONG = Duration.ofMinutes(3);

    /** One of everything, each depending on another; returns the server's name. */
    private static void build(Cloud cloud, Scratch scratch) {
        Volume data = cloud.blockstorage()
                .volumes()
                .create(VolumeSpec.named(scratch.name("data")).sizeGiB(1))
                .join();
        Network lan = cloud.network().networks().create(NetworkSpec.named(scratch.name("lan")));
        Subnet subnet = cloud.network()
                .subnets()
                .create(SubnetSpec.of(lan, "10.94.7.0/24").name(scratch.name("subnet")));
        Router router = cloud.network()
                .routers()
                .create(RouterSpec.named(scratch.name("router")).externalGateway("public"));
        cloud.network().routers().addSubnet(router, subnet);
        SecurityGroup group = cloud.network()
                .securityGroups()
                .create(SecurityGroupSpec.named(scratch.name("group")).description("of a scenario"));
        cloud.network()
                .securityGroupRules()
                .create(SecurityGroupRuleSpec.ingress(group).tcp(22));
        Port nic = cloud.network()
                .ports()
                .create(PortSpec.on(lan).name(scratch.name("nic")).securityGroup(group));
        cloud.compute().keypairs().create(KeypairSpec.named(scratch.name("key")).publicKey(KeypairsScenario.KEY));
        cloud.image().images().create(ImageSpec.named(scratch.name("image")));
        cloud.objectstore().containers().create(ContainerSpec.named(scratch.name("box")));
        cloud.objectstore().objects(scratch.name("box")).put("a/b", Content.of("c"));
        Server web = cloud.compute()
                .servers()
                .create(ServersScenario.small(scratch, "web").port(nic).keypair(scratch.name("key")))
                .join();
        cloud.network()
                .floatingIps()
                .create(FloatingIpSpec.from("public").port(nic).description(scratch.name("fip")));
        cloud.compute()
                .servers()
                .attachments(web)
                .create(VolumeAttachmentSpec.of(data))
                .join();
    }

    private static List<String> kinds(List<CleanupReport.Item> items) {
        return items.stream().map(CleanupReport.Item::kind).toList();
    }

    @Test
    void everythingThatWasMadeGoes(Cloud cloud, Scratch scratch) {
        try (CleanupScope scope = cloud.cleanupScope().within(LONG)) {
            build(scope.cloud(), scratch);
            assertThat(kinds(scope.made()))
                    .containsExactly(
                            "volume",
                            "network",
                            "subnet",
                            "router",
                            "security group",
                            "security group rule",
                            "port",
                            "keypair",
                            "image",
                            "container",
                            "server",
                            "floatingip");
            CleanupReport report = scope.remove();
            assertThat(report.left()).isEmpty();
            assertThat(report.removed()).containsAll(scope.made());
        }
        // What is left of it is found when the scenario ends.
        assertThat(cloud.compute()
                        .servers()
                        .list()
                        .nameMatching(scratch.name("web"))
                        .toList())
                .isEmpty();
        assertThat(cloud.objectstore().containers().find(scratch.name("box"))).isEmpty();
    }

    @Test
    void whatACrashLeftIsFoundByItsTag(Cloud cloud, Scratch scratch) {
        String tag = scratch.name("tag");
        CleanupScope crashed = cloud.cleanupScope(tag);
        build(crashed.cloud(), scratch);
        crashed.keep();

        List<CleanupReport.Item> found = cloud.sweep(tag).dryRun();
        assertThat(kinds(found))
                .containsExactlyInAnyOrder(
                        "volume",
                        "network",
                        "subnet",
                        "router",
                        "security group",
                        "security group rule",
                        "port",
                        "image",
                        "server",
                        "floatingip");
        assertThat(cloud.sweep(tag + "x").dryRun()).isEmpty();
        assertThat(cloud.sweep(tag.substring(0, tag.length() - 1)).dryRun()).isEmpty();

        CleanupReport report = cloud.sweep(tag).remove(LONG);
        assertThat(report.left()).isEmpty();
        assertThat(report.removed()).containsExactlyInAnyOrderElementsOf(found);
        assertThat(cloud.sweep(tag).dryRun()).isEmpty();
        cloud.objectstore().objects(scratch.name("box")).delete("a/b");
        cloud.objectstore().containers().delete(scratch.name("box"));
        cloud.compute().keypairs().delete(scratch.name("key"));
    }

    @Test
    void whatIsInUseElsewhereIsReported(Cloud cloud, Scratch scratch) {
        CleanupScope scope = cloud.cleanupScope().within(Duration.ofSeconds(3));
        Network lan = scope.cloud().network().networks().create(NetworkSpec.named(scratch.name("lan")));
        Port foreign = cloud.network().ports().create(PortSpec.on(lan).name(scratch.name("foreign")));
        assertThatExceptionOfType(CleanupIncomplete.class)
                .isThrownBy(scope::close)
                .satisfies(incomplete -> assertThat(incomplete.left())
                        .singleElement()
                        .satisfies(left -> assertThat(left).contains("network '" + lan.name(), lan.id(), "in use")));
        cloud.network().ports().delete(foreign);
        assertThat(cloud.sweep(scope.tag()).remove().removed()).hasSize(1);
    }

    @Test
    void whatWasMadeAlthoughTheAnswerWasLostGoesToo(CloudConfig config, Scratch scratch) {
        LostAnswers way = new LostAnswers(config);
        Cloud cloud = scratch.closing(
                OpenStack.connect(config.toBuilder().transport(way).build()).authenticate());
        try (CleanupScope scope = cloud.cleanupScope().within(LONG)) {
            way.loseOne();
            assertThatExceptionOfType(OutcomeUnknown.class)
                    .isThrownBy(() -> scope.cloud()
                            .network()
                            .networks()
                            .create(NetworkSpec.named(scratch.name("lan")).description("mine")));
            assertThat(scope.made()).isEmpty();
            assertThat(kinds(scope.remove().removed())).containsExactly("network");
        }
    }
}
