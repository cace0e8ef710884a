package io.github.openstackjvm.testkit;

import java.util.List;
import java.util.function.Consumer;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.blockstorage.SnapshotSpec;
import io.github.openstackjvm.blockstorage.VolumeSpec;
import io.github.openstackjvm.compute.FlavorSpec;
import io.github.openstackjvm.compute.KeypairSpec;
import io.github.openstackjvm.compute.ServerGroupSpec;
import io.github.openstackjvm.compute.ServerSpec;
import io.github.openstackjvm.compute.VolumeAttachmentSpec;
import io.github.openstackjvm.network.FloatingIpSpec;
import io.github.openstackjvm.network.NetworkSpec;
import io.github.openstackjvm.network.PortSpec;
import io.github.openstackjvm.network.RouterSpec;
import io.github.openstackjvm.network.SubnetSpec;
import io.github.openstackjvm.objectstore.ContainerSpec;
import io.github.openstackjvm.transfer.Content;
import org.junit.jupiter.api.Test;

import static io.github.openstackjvm.testkit.HttpMethod.DELETE;
import static io.github.openstackjvm.testkit.HttpMethod.GET;
import static io.github.openstackjvm.testkit.HttpMethod.POST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Each assertion holds when it is so, and fails with a message that helps when it is not. */
@OpenStackTest
class FakeCloudAssertTest {

    private static void fails(FakeCloud fake, Consumer<FakeCloudAssert> assertion, String message) {
        assertThatThrownBy(() -> assertion.accept(assertThat(fake)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(message);
    }

    @Test
    void servers(FakeCloud fake, Cloud cloud) {
        cloud.compute().keypairs().create(KeypairSpec.named("ops"));
        cloud.blockstorage()
                .volumes()
                .create(VolumeSpec.named("data").sizeGiB(1))
                .join();
        cloud.compute()
                .servers()
                .create(ServerSpec.named("web")
                        .flavor("m1.tiny")
                        .image("cirros")
                        .network("private")
                        .keypair("ops")
                        .metadata("role", "front")
                        .tags("blue"))
                .join();
        String id = cloud.compute().servers().named("web").id();
        cloud.compute()
                .servers()
                .attachments(id)
                .create(VolumeAttachmentSpec.of("data"))
                .join();
        assertThat(fake)
                .server("web")
                .exists()
                .isActive()
                .hasFlavor("m1.tiny")
                .hasImage("cirros")
                .isOn("private")
                .hasKeypair("ops")
                .hasMetadata("role", "front")
                .hasTag("blue")
                .hasVolume("data")
                .hasSecurityGroup("default")
                .hasAddress("10.0.0.2")
                .hasNoFloatingIp()
                .belongsTo("demo");
        assertThat(fake).servers().containsExactly("web");
        assertThat(fake).volume("data").isAttachedTo("web").hasStatus("in-use").hasSizeGiB(1);
        fails(fake, it -> it.server("web").hasFlavor("m1.large"), "flavor m1.large, but it is <m1.tiny>");
        fails(fake, it -> it.server("web").hasImage("cirros-alt"), "image cirros-alt, but it has <cirros>");
        fails(fake, it -> it.server("web").isOn("public"), "network public, but it is on [private]");
        fails(fake, it -> it.server("web").hasVolume("logs"), "volume logs, but it has [data]");
        fails(fake, it -> it.server("web").hasFloatingIp(), "a floating IP, but it has none");
        fails(fake, it -> it.server("web").hasSecurityGroup("ssh"), "security group ssh, but it has [default]");
        fails(fake, it -> it.server("web").hasStatus("SHUTOFF"), "to be SHUTOFF, but it is ACTIVE");
        fails(fake, it -> it.server("web").hasTag("green"), "tag green, but it has [blue]");
        fails(fake, it -> it.server("web").belongsTo("admin"), "but it belongs to <demo>");
        fails(fake, it -> it.server("wbe").exists(), "Expected one server wbe, but there are 0. There are: [web]");
        fails(fake, it -> it.server("web").doesNotExist(), "Expected no server web");
        fails(fake, it -> it.volume("data").isNotAttached(), "attached to [web]");
        cloud.compute().servers().delete(id).join();
        assertThat(fake).server("web").doesNotExist();
        assertThat(fake).servers().isEmpty();
    }

    @Test
    void compute(FakeCloud fake, Cloud cloud, @As("admin") Cloud admin) {
        admin.compute()
                .flavors()
                .create(FlavorSpec.named("g1").vcpus(3).ramMiB(96).diskGiB(5));
        cloud.compute().keypairs().create(KeypairSpec.named("ops"));
        cloud.compute().serverGroups().create(ServerGroupSpec.named("apart").policy("anti-affinity"));
        assertThat(fake).flavor("g1").hasVcpus(3).hasRamMiB(96).hasDiskGiB(5).isPublic();
        assertThat(fake).keypair("ops").hasType("ssh");
        assertThat(fake).serverGroup("apart").hasPolicy("anti-affinity").belongsTo("demo");
        assertThat(fake).keypairs().containsExactly("ops");
        fails(fake, it -> it.flavor("g1").isPrivate(), "is_public <false>, but it is <true>");
        fails(fake, it -> it.serverGroup("apart").hasMember("web"), "member web, but it has []");
    }

    @Test
    void networks(FakeCloud fake, Cloud cloud) {
        cloud.network().networks().create(NetworkSpec.named("lan"));
        cloud.network()
                .subnets()
                .create(SubnetSpec.of("lan", "192.0.2.0/24").name("lan4").dnsNameservers("192.0.2.53"));
        cloud.network().routers().create(RouterSpec.named("edge").externalGateway("public"));
        cloud.network()
                .routers()
                .addSubnet(
                        cloud.network().routers().named("edge"),
                        cloud.network().subnets().named("lan4"));
        cloud.network().ports().create(PortSpec.on("lan").name("nic"));
        String address = cloud.network()
                .floatingIps()
                .create(FloatingIpSpec.from("public").port("nic"))
                .floatingIpAddress();
        assertThat(fake)
                .network("lan")
                .isInternal()
                .hasSubnet("lan4")
                .hasNoServers()
                .hasMtu(1450);
        assertThat(fake)
                .subnet("lan4")
                .isOn("lan")
                .hasCidr("192.0.2.0/24")
                .hasGateway("192.0.2.1")
                .hasNameServer("192.0.2.53")
                .hasDhcp()
                .isPluggedInto("edge");
        assertThat(fake).router("edge").hasGateway("public").hasInterface("lan4");
        assertThat(fake)
                .port("nic")
                .isOn("lan")
                .isFree()
                .hasSecurityGroup("default")
                .hasStatus("DOWN");
        assertThat(fake).floatingIp(address).isOn("public").leadsToPort("nic");
        assertThat(fake).floatingIps().containsExactly(address);
        assertThat(fake).networks().containsExactly("public", "private", "lan");
        assertThat(fake).inProject("demo").networks().containsExactly("private", "lan");
        assertThat(fake).inProject("nobody").networks().isEmpty();
        fails(fake, it -> it.network("lan").isExternal(), "router:external <true>");
        fails(fake, it -> it.network("lan").hasSubnet("lan6"), "subnet lan6, but it has [lan4]");
        fails(fake, it -> it.subnet("lan4").isOn("private"), "network private, but it has <lan>");
        fails(fake, it -> it.subnet("lan4").isPluggedInto("router1"), "plugged into the router router1");
        fails(fake, it -> it.router("edge").hasInterface("private-subnet"), "but it has them in [lan4]");
        fails(fake, it -> it.router("edge").hasNoGateway(), "to have no gateway");
        fails(fake, it -> it.router("edge").hasRoute("198.51.100.0/24", "192.0.2.9"), "but it has []");
        fails(fake, it -> it.floatingIp(address).isFree(), "port_id <null>");
        fails(fake, it -> it.floatingIp(address).leadsTo("web"), "to lead to the server web");
        fails(fake, it -> it.port("nic").hasAddress("10.0.0.1"), "address 10.0.0.1, but it has [192.0.2.");
    }

    @Test
    void storage(FakeCloud fake, Cloud cloud) {
        cloud.blockstorage()
                .volumes()
                .create(VolumeSpec.named("data").sizeGiB(2).metadata("tier", "gold"))
                .join();
        cloud.blockstorage()
                .snapshots()
                .create(SnapshotSpec.of("data").name("before"))
                .join();
        assertThat(fake)
                .volume("data")
                .isAvailable()
                .isNotAttached()
                .hasMetadata("tier", "gold")
                .belongsTo("demo");
        assertThat(fake).snapshot("before").isOf("data").hasSizeGiB(2).hasStatus("available");
        assertThat(fake).image("cirros").isActive().hasVisibility("public").hasDiskFormat("qcow2");
        fails(fake, it -> it.snapshot("before").isOf("logs"), "volume logs, but it has <data>");
        fails(fake, it -> it.volume("data").isBootable(), "bootable <true>, but it is <false>");
        fails(fake, it -> it.volume("data").hasMetadata("tier", "tin"), "tier=tin, but it is <gold>");
        fails(fake, it -> it.image("cirros").hasContent("x"), "bytes of other data");
        fails(fake, it -> it.image("cirros").isProtected(), "protected <true>");
    }

    @Test
    void objects(FakeCloud fake, Cloud cloud) {
        cloud.objectstore().containers().create(ContainerSpec.named("box"));
        cloud.objectstore().objects("box").put("a.txt", Content.of("hello"));
        assertThat(fake)
                .container("box")
                .hasObjects("a.txt")
                .hasObject("a.txt")
                .doesNotHaveObject("b.txt")
                .belongsTo("demo");
        assertThat(fake).object("box", "a.txt").hasContent("hello").hasSize(5).belongsTo("demo");
        assertThat(fake).containers().containsExactly("box");
        fails(fake, it -> it.container("box").isEmpty(), "to be empty, but it holds [a.txt]");
        fails(fake, it -> it.container("box").hasObjects(), "to hold the objects [], but it holds [a.txt]");
        fails(fake, it -> it.object("box", "a.txt").hasContent("bye"), "to be <bye>, but it is <hello>");
        fails(fake, it -> it.object("box", "b.txt").exists(), "There are: [a.txt]");
        fails(fake, it -> it.object("box", "a.txt").hasMetadata("color", "red"), "X-Object-Meta-color");
    }

    @Test
    void people(FakeCloud fake) {
        fake.addUser("ann", "pw", "shop", "reader");
        assertThat(fake).user("ann").hasRole("reader", "shop").isEnabled();
        assertThat(fake).project("shop").isEnabled();
        assertThat(fake).users().contains("ann", "demo");
        fails(fake, it -> it.user("ann").hasRole("admin", "shop"), "but it has [reader]");
        fails(fake, it -> it.project("shop").isDisabled(), "enabled <false>");
    }

    @Test
    void calls(FakeCloud fake, Cloud cloud) {
        assertThat(fake).receivedNothing().receivedNoChanges();
        cloud.compute().flavors().list().minRamMiB(4096).toList();
        assertThat(fake).receivedNoChanges();
        fails(fake, FakeCloudAssert::receivedNothing, "Expected anything to be called 0 times, not ");
        cloud.network().networks().create(NetworkSpec.named("lan"));
        cloud.network().subnets().create(SubnetSpec.of("lan", "192.0.2.0/24"));
        assertThat(fake)
                .received(POST, "/networks")
                .withJson("/network/name", "lan")
                .withStatus(201)
                .once();
        assertThat(fake)
                .received(POST, "/subnets")
                .withJson("/subnet/ip_version", 4L)
                .atLeast(1)
                .atMost(1);
        assertThat(fake)
                .received(POST, "/subnets")
                .withBody("192.0.2.0/24")
                .withService("network")
                .once();
        assertThat(fake)
                .received(GET, "/flavors/detail")
                .withQuery("minRam", "4096")
                .withoutQuery("marker")
                .once();
        assertThat(fake)
                .received(GET, "/flavors/detail")
                .withHeader("x-auth-token", "***")
                .once();
        assertThat(fake).received(POST, "/networks").before(POST, "/subnets");
        assertThat(fake).receivedInOrder("POST /auth/tokens", "GET /flavors/detail", "POST /networks", "POST /subnets");
        assertThat(fake).received(DELETE, "/networks/*").never();
        assertThat(fake.journal().last(POST, "/networks").orElseThrow().json("/network/name"))
                .contains("lan");
        assertThat(fake.journal().changes())
                .extracting(JournalEntry::operation)
                .isEqualTo(List.of("/networks", "/subnets"));
        fails(
                fake,
                it -> it.received(POST, "/networks")
                        .withJson("/network/name", "wan")
                        .once(),
                "POST /networks with /network/name wan to be called 1 times, not 0");
        fails(fake, it -> it.received(POST, "/subnets").before(POST, "/networks"), "before POST /networks");
        fails(
                fake,
                it -> it.receivedInOrder("POST /subnets", "POST /networks"),
                "there is no such POST /networks after");
        fails(fake, FakeCloudAssert::receivedNoChanges, "what changes something to be called 0 times, not 2");
    }

    @Test
    void regions() {
        try (FakeCloud fake = FakeCloud.builder().regions("North", "South").start()) {
            fake.cloud().inRegion("South").network().networks().create(NetworkSpec.named("lan"));
            assertThat(fake).network("lan").doesNotExist();
            assertThat(fake).inRegion("South").network("lan").exists();
        }
    }
}
