package io.github.openstackjvm.testkit;

import java.time.Duration;

import io.github.openstackjvm.CleanupReport;
import io.github.openstackjvm.CleanupScope;
import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.blockstorage.Backup;
import io.github.openstackjvm.blockstorage.BackupSpec;
import io.github.openstackjvm.blockstorage.RestoreSpec;
import io.github.openstackjvm.blockstorage.Volume;
import io.github.openstackjvm.blockstorage.VolumeImageSpec;
import io.github.openstackjvm.blockstorage.VolumeSpec;
import io.github.openstackjvm.compute.KeypairSpec;
import io.github.openstackjvm.compute.Server;
import io.github.openstackjvm.error.Closed;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.error.OutcomeUnknown;
import io.github.openstackjvm.error.Unavailable;
import io.github.openstackjvm.network.NetworkSpec;
import io.github.openstackjvm.objectstore.ContainerSpec;
import io.github.openstackjvm.transport.Transport;
import org.junit.jupiter.api.Test;

import static io.github.openstackjvm.testkit.CleanupTest.lan;
import static io.github.openstackjvm.testkit.CleanupTest.server;
import static io.github.openstackjvm.testkit.HttpMethod.DELETE;
import static io.github.openstackjvm.testkit.HttpMethod.GET;
import static io.github.openstackjvm.testkit.HttpMethod.POST;
import static io.github.openstackjvm.testkit.HttpMethod.PUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a scope of clean-up does about creations of which nobody knows whether they happened. */
@OpenStackTest
class CleanupLostAnswersTest {
    @Test
    void aLostAnswerIsLookedForUntilTheDeadlineAndThenTold(FakeCloud fake, Cloud cloud) {
        CleanupScope scope = cloud.cleanupScope().within(Duration.ofMinutes(2));
        fake.faults().on(POST, "/networks").drop().afterEffect().once();
        assertThatExceptionOfType(OutcomeUnknown.class)
                .isThrownBy(() -> scope.cloud().network().networks().create(lan().description("mine")));
        fake.faults().on(POST, "/servers").drop().once();
        assertThatExceptionOfType(OutcomeUnknown.class)
                .isThrownBy(() -> scope.cloud().compute().servers().create(server()));
        CleanupReport report = scope.remove();
        assertThat(report.removed()).extracting(CleanupReport.Item::name).containsExactly("lan");
        assertThat(report.left()).singleElement().satisfies(left -> {
            assertThat(left.item()).isEqualTo(new CleanupReport.Item("server", null, "web"));
            assertThat(left.why()).contains("nobody knows", "/servers");
        });
        assertThat(fake.clock().now()).isEqualTo(FakeClock.START.plusSeconds(120));
    }

    @Test
    void whatComesLateGoesAllTheSame(FakeCloud fake) {
        CleanupScope[] scope = new CleanupScope[1];
        // Nova's answer was lost, and it makes the server minutes later.
        Runnable late = () -> {
            if (fake.clock().now().isAfter(FakeClock.START.plusSeconds(200))
                    && fake.journal().calls(POST, "/servers").size() == 1) {
                fake.cloud()
                        .compute()
                        .servers()
                        .create(server().metadata("cleanup-tag", scope[0].tag()))
                        .join();
            }
        };
        Transport way = new After(fake.transport(), call -> call.url().contains("/servers/detail"), late);
        try (Cloud cloud = OpenStack.connect(fake.config("demo").transport(way).build())) {
            scope[0] = cloud.cleanupScope();
            fake.faults().on(POST, "/servers").drop().once();
            assertThatExceptionOfType(OutcomeUnknown.class)
                    .isThrownBy(() -> scope[0].cloud().compute().servers().create(server()));
            assertThat(scope[0].remove().left()).isEmpty();
            assertThat(scope[0].remove().removed()).hasSize(1);
        }
        assertThat(fake.cloud().compute().servers().list().toList()).isEmpty();
    }

    @Test
    void twoLostAnswersOfAKindAreBothSettledAndWhatIsKnownSettlesNone(FakeCloud fake, Cloud cloud) {
        CleanupScope scope = cloud.cleanupScope();
        scope.cloud().network().networks().create(lan());
        fake.faults().on(POST, "/networks").drop().afterEffect().times(2);
        for (int i = 0; i < 2; i++) {
            // By a view: what the other one made is no news.
            Cloud view = scope.cloud().withTimeout(Duration.ofSeconds(20));
            assertThatExceptionOfType(OutcomeUnknown.class)
                    .isThrownBy(() -> view.network().networks().create(lan()));
        }
        fake.faults().on(POST, "/networks").drop().once();
        assertThatExceptionOfType(OutcomeUnknown.class)
                .isThrownBy(() -> scope.cloud().network().networks().create(NetworkSpec.named("other")));
        CleanupReport report = scope.within(Duration.ofMinutes(1)).remove();
        assertThat(report.removed()).hasSize(3);
        assertThat(report.left())
                .singleElement()
                .satisfies(left -> assertThat(left.item().name()).isEqualTo("other"));
    }

    @Test
    void whatBearsNoTagIsToldHoweverLongTheRestTakes(FakeCloud fake, Cloud cloud) {
        CleanupScope scope = cloud.cleanupScope();
        fake.faults().on(POST, "/os-keypairs").drop().afterEffect().once();
        assertThatExceptionOfType(OutcomeUnknown.class)
                .isThrownBy(() -> scope.cloud().compute().keypairs().create(KeypairSpec.named("ci")));
        scope.cloud().network().networks().create(lan());
        fake.faults().on(DELETE, "/networks/*").reply(409).times(30);
        assertThat(scope.remove().left()).extracting(left -> left.item().kind()).containsExactly("keypair");
        assertThat(fake.clock().now()).isAfter(FakeClock.START.plusSeconds(45));
    }

    @Test
    void ofWhatBearsNoTagItIsToldThatNobodyKnows(FakeCloud fake, Cloud cloud) {
        CleanupScope scope = cloud.cleanupScope();
        fake.faults().on(POST, "/os-keypairs").drop().afterEffect().once();
        assertThatExceptionOfType(OutcomeUnknown.class)
                .isThrownBy(() -> scope.cloud().compute().keypairs().create(KeypairSpec.named("ci")));
        assertThat(scope.remove().left()).singleElement().satisfies(left -> {
            assertThat(left.item()).isEqualTo(new CleanupReport.Item("keypair", null, "ci"));
            assertThat(left.why()).contains("nobody knows", "/os-keypairs");
        });
    }

    @Test
    void whatCannotBeLookedForIsTold(FakeCloud fake, Cloud cloud) {
        CleanupScope scope = cloud.cleanupScope().within(Duration.ofMinutes(1));
        fake.faults().on(POST, "/networks").drop().afterEffect().once();
        assertThatExceptionOfType(OutcomeUnknown.class)
                .isThrownBy(() -> scope.cloud().network().networks().create(lan()));
        fake.faults().on(GET, "/networks").reply(503);
        assertThat(scope.remove().left())
                .singleElement()
                .satisfies(left -> assertThat(left.why()).contains("nobody knows"));
        assertThat(cloud.sweep(scope.tag()).remove().left())
                .extracting(left -> left.item().kind())
                .contains("network");
        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> cloud.sweep(scope.tag()).dryRun());
        fake.faults().clear();
        fake.clock().advance(Duration.ofMinutes(1));
        assertThat(cloud.sweep(scope.tag()).remove().removed()).hasSize(1);
    }

    @Test
    void aContainerIsToldWhenNobodyKnowsAndNotWhenItWasRefused(FakeCloud fake, Cloud cloud) {
        CleanupScope scope = cloud.cleanupScope();
        fake.faults().on(PUT, "/*/lost").drop().afterEffect();
        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> scope.cloud().objectstore().containers().create(ContainerSpec.named("lost")));
        fake.faults().on(PUT, "/*/refused").reply(403);
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> scope.cloud().objectstore().containers().create(ContainerSpec.named("refused")));
        assertThat(scope.remove().left()).extracting(left -> left.item().name()).containsExactly("lost");
    }

    @Test
    void anImageOfAServerAndAVolumeOfABackupAreKnownAsWell(FakeCloud fake, Cloud cloud) {
        Server web = cloud.compute().servers().create(server()).join();
        Volume data = cloud.blockstorage()
                .volumes()
                .create(VolumeSpec.named("data").sizeGiB(1))
                .join();
        Backup backup =
                cloud.blockstorage().backups().create(BackupSpec.of(data)).join();
        CleanupScope scope = cloud.cleanupScope().within(Duration.ofMinutes(1));
        scope.cloud().compute().servers().createImage(web, "snapshot").join();
        scope.cloud().compute().at("2.30").servers().createImage(web, "older").join();
        scope.cloud()
                .blockstorage()
                .volumes()
                .uploadToImage(data, VolumeImageSpec.named("upload"))
                .join();
        scope.cloud().blockstorage().backups().restore(backup).join();
        scope.cloud()
                .blockstorage()
                .backups()
                .restore(backup, new RestoreSpec().volume(data))
                .join();
        fake.faults().on(POST, "/servers/*/action").drop().once();
        assertThatExceptionOfType(OutcomeUnknown.class)
                .isThrownBy(() -> scope.cloud().compute().servers().createImage(web, "lost"));
        CleanupReport report = scope.remove();
        assertThat(report.removed())
                .extracting(CleanupReport.Item::kind)
                .containsExactlyInAnyOrder("image", "image", "image", "volume");
        assertThat(report.left()).singleElement().satisfies(left -> {
            assertThat(left.item().kind()).isEqualTo("image");
            assertThat(left.why()).contains("nobody knows");
        });
        assertThat(cloud.blockstorage().volumes().list().toList())
                .extracting(Volume::id)
                .containsExactly(data.id());
        assertThatExceptionOfType(Closed.class)
                .isThrownBy(() -> scope.cloud().compute().servers().createImage(web, "after"));
    }
}
