package io.github.openstackjvm.examples;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.compute.Server;
import io.github.openstackjvm.compute.ServerStatus;
import io.github.openstackjvm.image.ImageStatus;
import io.github.openstackjvm.image.MemberStatus;
import io.github.openstackjvm.network.Network;
import io.github.openstackjvm.objectstore.AccountUpdate;
import io.github.openstackjvm.objectstore.DirectoryReport;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.testkit.As;
import io.github.openstackjvm.testkit.FakeCloud;
import io.github.openstackjvm.testkit.OpenStackTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.github.openstackjvm.testkit.HttpMethod.GET;
import static io.github.openstackjvm.testkit.HttpMethod.POST;
import static org.assertj.core.api.Assertions.assertThat;

/** Every recipe does in the fake cloud what its first sentence says. */
@OpenStackTest
class RecipesTest {
    @TempDir
    Path folder;

    @Test
    void servers(FakeCloud fake, Cloud cloud, @As("admin") Cloud admin) {
        Server web = BootServer.boot(cloud, "web-1");
        assertThat(web.status()).isEqualTo(ServerStatus.ACTIVE);
        assertThat(web.allAddresses()).hasSize(1);

        assertThat(ResizeServer.resize(cloud, "web-1", "m1.medium").status()).isEqualTo(ServerStatus.ACTIVE);
        assertThat(fake).server("web-1").hasFlavor("m1.medium");
        assertThat(ImageOfServer.capture(cloud, "web-1", "golden").status()).isEqualTo(ImageStatus.ACTIVE);
        assertThat(ReadConsole.tail(cloud, "web-1", 5)).isNotBlank();
        assertThat(FindServers.changed(admin, Instant.EPOCH))
                .extracting(Server::name)
                .containsExactly("web-1");
    }

    @Test
    void manyServers(FakeCloud fake, Cloud cloud) {
        assertThat(BootMany.boot(cloud, "worker", 3)).hasSize(3);
        assertThat(fake).received(POST, "/servers").times(1);

        assertThat(DeleteByTag.delete(cloud, "worker")).isEqualTo(3);
        assertThat(cloud.compute().servers().list()).isEmpty();
    }

    @Test
    void disks(Cloud cloud) {
        BootServer.boot(cloud, "web-1");
        assertThat(AttachDisk.attach(cloud, "web-1", 10).device()).startsWith("/dev/");
        assertThat(BootFromVolume.boot(cloud, "db-1").volumesAttached()).hasSize(1);
        assertThat(CopyVolume.copy(cloud, "web-1-data", "test-data").sizeGiB()).isEqualTo(10);
        assertThat(GrowVolume.grow(cloud, "test-data", 20).sizeGiB()).isEqualTo(20);
        assertThat(BackUpVolume.there(cloud, "test-data").sizeGiB()).isEqualTo(20);
        assertThat(cloud.blockstorage().snapshots().list()).isEmpty();
    }

    @Test
    void networks(Cloud cloud) {
        Network lan = PrivateNetwork.build(cloud, "lan", "10.20.0.0/24");
        assertThat(lan.name()).isEqualTo("lan");
        assertThat(SharedAddress.share(cloud, "lan", "10.20.0.200"))
                .hasSize(2)
                .allSatisfy(port -> assertThat(port.allowedAddressPairs()).hasSize(1));
        assertThat(CountPorts.count(cloud).get(lan.id())).isGreaterThanOrEqualTo(4);
    }

    @Test
    void floatingIps(Cloud cloud) {
        Server web = BootServer.boot(cloud, "web-1");
        String address = GiveFloatingIp.give(cloud, "web-1").floatingIpAddress();
        assertThat(cloud.compute().servers().get(web).floatingIp()).contains(address);
        assertThat(ReleaseFloatingIps.release(cloud)).isEmpty();

        cloud.compute().servers().delete(web).join();
        assertThat(ReleaseFloatingIps.release(cloud)).containsExactly(address);
    }

    @Test
    void images(Cloud cloud, @As("alt_demo") Cloud other) throws Exception {
        Path file = Files.write(folder.resolve("disk.qcow2"), new byte[] {'Q', 'F', 'I', (byte) 0xfb, 0, 0, 0, 3});
        assertThat(UploadImage.upload(cloud, "debian-13", file).status()).isEqualTo(ImageStatus.ACTIVE);
        Path copy = folder.resolve("copy.qcow2");
        assertThat(DownloadImage.save(cloud, "debian-13", copy).sizeBytes()).isEqualTo(8);
        assertThat(copy).hasSameBinaryContentAs(file);
        assertThat(ShareImage.share(cloud, other, "debian-13").status()).isEqualTo(MemberStatus.ACCEPTED);
    }

    @Test
    void objects(Cloud cloud) throws Exception {
        Path file = Files.writeString(folder.resolve("dump.sql"), "select 1;");
        Path copy = folder.resolve("dump.copy.sql");
        assertThat(StoreFile.store(cloud, "backups", file, copy).bytes()).isEqualTo(9);
        assertThat(copy).hasSameTextualContentAs(file);
        assertThat(BrowseContainer.browse(cloud, "backups", "today/")).containsExactly("today/dump.sql");

        cloud.objectstore().account().update(new AccountUpdate().tempUrlKey(Secret.of("sesame")));
        URI link = LendObject.link(cloud, "backups", "today/dump.sql");
        assertThat(link.getQuery()).contains("temp_url_sig=");

        Path site = Files.createDirectory(folder.resolve("site"));
        Files.writeString(site.resolve("index.html"), "<p>");
        assertThat(MirrorDirectory.mirror(cloud, site, "www").transferred()).isEqualTo(1);
        DirectoryReport again = MirrorDirectory.mirror(cloud, site, "www");
        assertThat(again.transferred()).isZero();
        assertThat(again.unchanged()).isEqualTo(1);
    }

    @Test
    void keypairs(Cloud cloud) throws Exception {
        String key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHZ6Wjm7nlGm0QcYkVwDCkKZS5g1RX1hV2YHMaXbnvVe me@laptop";
        Path file = Files.writeString(folder.resolve("id_ed25519.pub"), key + "\n");
        assertThat(ImportKeypair.take(cloud, "laptop", file).publicKey()).isEqualTo(key);
    }

    @Test
    void theCloudAsAWhole(FakeCloud fake, Cloud cloud) {
        assertThat(ManyAtOnce.count(cloud).join()).isEqualTo(2 + 1);
        assertThat(EveryRegion.count(cloud)).containsOnly(Map.entry("RegionOne", 0L));
        try (FakeCloud two = FakeCloud.builder().regions("north", "south").start()) {
            BootServer.boot(two.cloud().inRegion("south"), "web-1");
            assertThat(EveryRegion.count(two.cloud())).containsOnly(Map.entry("north", 0L), Map.entry("south", 1L));
        }
        assertThat(RoomLeft.servers(cloud)).isEqualTo("50 more");
        assertThat(HowIsTheCloud.tell(cloud)).isEqualTo("all is well");
        assertThat(ExplainConfig.explain(cloud)).contains("region").doesNotContain("secret");
        assertThat(AnyRequest.extensions(cloud)).isPositive();

        fake.faults().on(GET, "/servers/detail").reply(503);
        assertThat(Impatient.ask(cloud, Duration.ofSeconds(3))).startsWith("nova is not well");
    }

    @Test
    void errors(FakeCloud fake, Cloud cloud) {
        assertThat(ReactToErrors.make(cloud, "one")).hasSize(36);
        fake.faults().on(POST, "/networks").drop().afterEffect().once();
        assertThat(ReactToErrors.make(cloud, "two")).startsWith("made or not");
        assertThat(cloud.network().networks().find("two")).isPresent();
        fake.quota("demo", "network", 0);
        assertThat(ReactToErrors.make(cloud, "three")).startsWith("ask for more networks");
    }
}
