package io.github.openstackjvm.testkit;

import java.time.Duration;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.blockstorage.VolumeSpec;
import io.github.openstackjvm.compute.KeypairSpec;
import io.github.openstackjvm.compute.ServerSpec;
import io.github.openstackjvm.network.NetworkSpec;
import io.github.openstackjvm.objectstore.ContainerSpec;
import io.github.openstackjvm.transfer.Content;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@OpenStackTest
class CloudSnapshotTest {

    private static void fill(Cloud cloud) {
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
                        .network("private"))
                .join();
        cloud.objectstore().containers().create(ContainerSpec.named("box"));
        cloud.objectstore().objects("box").put("a.txt", Content.of("hello"));
    }

    @Test
    void makesEverythingAsItWas(FakeCloud fake, Cloud cloud) {
        fill(cloud);
        fake.quota("demo", "key_pairs", 7);
        CloudSnapshot before = fake.snapshot();
        cloud.compute()
                .servers()
                .delete(cloud.compute().servers().named("web").id())
                .join();
        cloud.compute().keypairs().create(KeypairSpec.named("more"));
        cloud.network().networks().create(NetworkSpec.named("lan"));
        cloud.objectstore().objects("box").put("a.txt", Content.of("changed"));
        fake.quota("demo", "key_pairs", 0);
        fake.clock().advance(Duration.ofDays(1));

        fake.restore(before);

        assertThat(fake).server("web").isActive();
        assertThat(fake).keypairs().containsExactly("ops");
        assertThat(fake).network("lan").doesNotExist();
        assertThat(fake).object("box", "a.txt").hasContent("hello");
        assertThat(fake.clock().now()).isEqualTo(FakeClock.START);
        cloud.compute().keypairs().create(KeypairSpec.named("again"));
        assertThat(fake).keypairs().containsExactly("ops", "again");
    }

    @Test
    void whatWasMadeThenIsMadeTheSameAgain(FakeCloud fake, Cloud cloud) {
        cloud.network().networks().list().toList();
        CloudSnapshot before = fake.snapshot();
        String first =
                cloud.network().networks().create(NetworkSpec.named("lan")).id();
        fake.restore(before);
        assertThat(cloud.network().networks().create(NetworkSpec.named("lan")).id())
                .isEqualTo(first);
    }

    @Test
    void holdsWhatIsUnderWay(FakeCloud fake, Cloud cloud) {
        fake.transitions().of("volume").onClock(Duration.ofMinutes(2));
        cloud.blockstorage().volumes().create(VolumeSpec.named("slow").sizeGiB(1));
        CloudSnapshot before = fake.snapshot();
        fake.clock().advance(Duration.ofMinutes(3));
        assertThat(cloud.blockstorage().volumes().named("slow").status().is("available"))
                .isTrue();
        fake.restore(before);
        assertThat(fake).volume("slow").hasStatus("creating");
        fake.clock().advance(Duration.ofMinutes(3));
        assertThat(cloud.blockstorage().volumes().named("slow").status().is("available"))
                .isTrue();
    }

    @Test
    void isWhereAnotherCloudBegins(FakeCloud fake, Cloud cloud) {
        fill(cloud);
        CloudSnapshot filled = fake.snapshot();
        try (FakeCloud other = FakeCloud.builder().seed(99).start()) {
            Cloud there = other.cloud();
            there.authenticate();
            other.restore(filled);
            assertThat(there.compute().servers().list().one().name()).isEqualTo("web");
            there.compute()
                    .servers()
                    .create(ServerSpec.named("second")
                            .flavor("m1.tiny")
                            .image("cirros")
                            .network("private"))
                    .join();
            there.blockstorage()
                    .volumes()
                    .create(VolumeSpec.named("more").sizeGiB(1))
                    .join();
            assertThat(other).servers().containsExactly("web", "second");
            assertThat(fake).servers().containsExactly("web");
            other.restore(filled);
            assertThat(other).object("box", "a.txt").hasContent("hello");
        }
    }

    @Test
    void largeBodiesOutliveWhatHeldThem(FakeCloud fake, Cloud cloud) {
        byte[] large = new byte[3 << 20];
        large[large.length - 1] = 7;
        cloud.objectstore().containers().create(ContainerSpec.named("box"));
        cloud.objectstore().objects("box").put("large", Content.of(large));
        CloudSnapshot before = fake.snapshot();
        cloud.objectstore().objects("box").delete("large");
        fake.restore(before);
        fake.restore(before);
        assertThat(fake).object("box", "large").hasContent(large);
    }

    @Test
    void isOfACloudWithTheSameRegions(FakeCloud fake) {
        try (FakeCloud other = FakeCloud.builder().regions("North").start()) {
            CloudSnapshot elsewhere = other.snapshot();
            assertThatThrownBy(() -> fake.restore(elsewhere))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("It is of a cloud with other regions: [North], not [RegionOne]");
        }
    }

    @Test
    void theStateIsToldInWords(FakeCloud fake, Cloud cloud) {
        fill(cloud);
        String text = fake.dump();
        assertThat(text)
                .contains("compute/servers\n  web (", ") ACTIVE of demo: ")
                .contains("network_id=private", "image_ref=cirros", "object-store/containers/demo\n  box")
                .contains("As at the beginning: ", " 6 compute/flavors, ")
                .contains("Last calls\n", "PUT /object-store/v1/AUTH_")
                .doesNotContain("secret", "m1.large", "gAAAA");
        assertThat(text.lines()).allMatch(line -> line.length() < 2000);
    }
}
