package io.github.openstackjvm.testkit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.openstackjvm.CleanupReport;
import io.github.openstackjvm.CleanupScope;
import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.blockstorage.GroupCopySpec;
import io.github.openstackjvm.blockstorage.GroupType;
import io.github.openstackjvm.blockstorage.GroupTypeSpec;
import io.github.openstackjvm.blockstorage.Volume;
import io.github.openstackjvm.blockstorage.VolumeGroup;
import io.github.openstackjvm.blockstorage.VolumeGroupSpec;
import io.github.openstackjvm.blockstorage.VolumeGroups;
import io.github.openstackjvm.blockstorage.VolumeSpec;
import io.github.openstackjvm.compute.Server;
import io.github.openstackjvm.compute.ServerSpec;
import io.github.openstackjvm.compute.VolumeAttachmentSpec;
import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.error.Cancelled;
import io.github.openstackjvm.error.CleanupIncomplete;
import io.github.openstackjvm.error.Closed;
import io.github.openstackjvm.error.InvalidSpec;
import io.github.openstackjvm.error.OutcomeUnknown;
import io.github.openstackjvm.network.Network;
import io.github.openstackjvm.network.NetworkSpec;
import io.github.openstackjvm.network.PortSpec;
import io.github.openstackjvm.network.Router;
import io.github.openstackjvm.network.RouterSpec;
import io.github.openstackjvm.network.Subnet;
import io.github.openstackjvm.network.SubnetSpec;
import io.github.openstackjvm.objectstore.ContainerSpec;
import io.github.openstackjvm.transfer.Content;
import io.github.openstackjvm.transport.Transport;
import org.junit.jupiter.api.Test;

import static io.github.openstackjvm.testkit.HttpMethod.DELETE;
import static io.github.openstackjvm.testkit.HttpMethod.POST;
import static io.github.openstackjvm.testkit.HttpMethod.PUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a scope of clean-up made goes, whatever happens; what does not is told. */
@OpenStackTest
class CleanupTest {
    static NetworkSpec lan() {
        return NetworkSpec.named("lan");
    }

    static long lans(Cloud cloud) {
        return cloud.network().networks().list().name("lan").count();
    }

    static ServerSpec server() {
        return ServerSpec.named("web").flavor("m1.nano").image("cirros").network("private");
    }

    @Test
    void aFailureTakesAllOfItAlongAndStaysWhatItWas(Cloud cloud) {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> {
                    try (CleanupScope scope = cloud.cleanupScope()) {
                        scope.cloud().network().networks().create(lan());
                        scope.cloud().compute().servers().create(server()).join();
                        throw new ArithmeticException("of the caller");
                    }
                })
                .satisfies(failure -> assertThat(failure.getSuppressed()).isEmpty());
        assertThat(lans(cloud)).isZero();
        assertThat(cloud.compute().servers().list().toList()).isEmpty();
    }

    @Test
    void whatIsLeftIsToldBesideTheFailure(FakeCloud fake, Cloud cloud) {
        fake.faults().on(DELETE, "/networks/*").reply(403);
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> {
                    try (CleanupScope scope = cloud.cleanupScope("ci-42")) {
                        scope.cloud().network().networks().create(lan());
                        throw new ArithmeticException("of the caller");
                    }
                })
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .singleElement()
                        .isInstanceOf(CleanupIncomplete.class)
                        .satisfies(incomplete -> assertThat(incomplete)
                                .hasMessageContaining("'ci-42'")
                                .hasMessageContaining("network 'lan'")
                                .hasMessageContaining("403")));
        // What no waiting changes is not waited for.
        assertThat(fake.clock().now()).isEqualTo(FakeClock.START);
    }

    @Test
    void whatIsKeptStays(FakeCloud fake, Cloud cloud) {
        try (CleanupScope scope = cloud.cleanupScope()) {
            scope.cloud().network().networks().create(lan());
            scope.keep();
            assertThatExceptionOfType(Closed.class)
                    .isThrownBy(() -> scope.cloud().network().networks().create(lan()));
            assertThat(scope.remove().removed()).isEmpty();
        }
        assertThat(lans(cloud)).isEqualTo(1);
        assertThat(fake.journal().calls(POST, "/networks")).hasSize(1);
        assertThat(fake.journal().calls(DELETE, "/networks/*")).isEmpty();
    }

    @Test
    void anInterruptEndsTheWorkAndNotTheCleanUp(Cloud cloud) {
        assertThatExceptionOfType(Cancelled.class).isThrownBy(() -> {
            try (CleanupScope scope = cloud.cleanupScope()) {
                scope.cloud().network().networks().create(lan());
                Thread.currentThread().interrupt();
                scope.cloud().network().networks().create(NetworkSpec.named("other"));
            }
        });
        assertThat(Thread.interrupted()).isTrue();
        assertThat(lans(cloud)).isZero();
    }

    @Test
    void aSecondInterruptEndsTheCleanUpWithTheTruth(FakeCloud fake) {
        Transport way =
                After.deletes(fake.transport(), () -> Thread.currentThread().interrupt());
        try (Cloud cloud = OpenStack.connect(fake.config("demo").transport(way).build())) {
            CleanupScope scope = cloud.cleanupScope();
            scope.cloud().network().networks().create(lan());
            scope.cloud().network().networks().create(NetworkSpec.named("second"));
            assertThatExceptionOfType(CleanupIncomplete.class)
                    .isThrownBy(scope::close)
                    .withMessageContaining("interrupted")
                    .withMessageContaining("network 'lan'");
            assertThat(Thread.interrupted()).isTrue();
            assertThat(cloud.sweep(scope.tag()).dryRun())
                    .extracting(CleanupReport.Item::name)
                    .containsExactly("lan");
        }
    }

    @Test
    void troubleIsLivedThrough(FakeCloud fake, Cloud cloud) {
        try (CleanupScope scope = cloud.cleanupScope()) {
            scope.cloud().network().networks().create(lan());
            scope.cloud()
                    .blockstorage()
                    .volumes()
                    .create(VolumeSpec.named("data").sizeGiB(1))
                    .join();
            fake.faults().on(DELETE, "/networks/*").reply(503).times(9);
            fake.faults().on(DELETE, "/*/volumes/*").reply(409).times(7);
            fake.expireTokens();
        }
        assertThat(lans(cloud)).isZero();
        assertThat(cloud.blockstorage().volumes().list().toList()).isEmpty();
    }

    @Test
    void anOrderThatIsTakenAndForgottenIsGivenAgain(FakeCloud fake, Cloud cloud) {
        try (CleanupScope scope = cloud.cleanupScope()) {
            scope.cloud().compute().servers().create(server()).join();
            fake.faults().on(DELETE, "/servers/*").reply(204).once();
        }
        assertThat(cloud.compute().servers().list().toList()).isEmpty();
        assertThat(fake.journal().calls(DELETE, "/servers/*")).hasSize(2);
        assertThat(fake.clock().now()).isAfter(FakeClock.START.plusSeconds(60));
    }

    @Test
    void itEndsAtItsDeadline(FakeCloud fake, Cloud cloud) {
        CleanupScope scope = cloud.cleanupScope().within(Duration.ofMinutes(2));
        scope.cloud().network().networks().create(lan());
        fake.faults().on(DELETE, "/networks/*").reply(409);
        assertThat(scope.remove().left())
                .singleElement()
                .satisfies(left -> assertThat(left.why()).contains("the deadline passed", "409"));
        assertThat(Duration.between(FakeClock.START, fake.clock().now()))
                .isBetween(Duration.ofMinutes(2), Duration.ofMinutes(3));
        assertThat(scope.remove()).as("done once").isSameAs(scope.remove());
    }

    @Test
    void severalOfOneRequestAreKnown(Cloud cloud) {
        CleanupScope scope = cloud.cleanupScope();
        scope.cloud().compute().servers().createAll(server(), 3).join();
        scope.cloud().network().networks().createAll(List.of(lan(), lan()));
        CleanupReport report = scope.remove();
        assertThat(report.left()).isEmpty();
        assertThat(report.removed()).hasSize(5);
        assertThat(cloud.compute().servers().list().toList()).isEmpty();
        assertThat(lans(cloud)).isZero();
    }

    @Test
    void whatWasAdoptedAfterItsAnswerWasLostGoesAndWhatWasThereStays(FakeCloud fake, Cloud cloud) {
        Network there = cloud.network().networks().createOrAdopt(lan(), "old");
        try (CleanupScope scope = cloud.cleanupScope()) {
            assertThat(scope.cloud()
                            .network()
                            .networks()
                            .createOrAdopt(lan(), "old")
                            .id())
                    .isEqualTo(there.id());
            fake.faults().on(POST, "/networks").drop().afterEffect().once();
            scope.cloud().network().networks().createOrAdopt(lan(), "new");
            assertThat(lans(cloud)).isEqualTo(2);
            CleanupReport report = scope.remove();
            assertThat(report.left()).isEmpty();
            assertThat(report.removed()).hasSize(1);
            assertThat(fake.clock().now()).as("nothing was looked for").isEqualTo(FakeClock.START);
        }
        assertThat(cloud.network().networks().list().name("lan").one().id()).isEqualTo(there.id());
    }

    @Test
    void anInnerScopeGivesWhatItKeepsToTheOuterOne(Cloud cloud) {
        try (CleanupScope outer = cloud.cleanupScope()) {
            try (CleanupScope inner = outer.cloud().cleanupScope()) {
                inner.cloud().network().networks().create(lan());
                inner.keep();
            }
            assertThat(lans(cloud)).isEqualTo(1);
        }
        assertThat(lans(cloud)).isZero();
    }

    @Test
    void whatAnInnerScopeLostIsLookedForByItsTag(FakeCloud fake, Cloud cloud) {
        CleanupScope outer = cloud.cleanupScope("outer");
        CleanupScope inner = outer.cloud().cleanupScope("inner");
        fake.faults().on(POST, "/networks").drop().afterEffect().once();
        assertThatExceptionOfType(OutcomeUnknown.class)
                .isThrownBy(() -> inner.cloud().network().networks().create(lan()));
        inner.keep();
        assertThat(outer.remove().left()).isEmpty();
        assertThat(lans(cloud)).isZero();
    }

    @Test
    void anInnerScopeGivesNothingToOneThatHasEnded(Cloud cloud) {
        CleanupScope outer = cloud.cleanupScope("outer");
        CleanupScope inner = outer.cloud().cleanupScope("inner");
        inner.cloud().network().networks().create(lan());
        outer.close();
        assertThatExceptionOfType(Closed.class)
                .isThrownBy(() -> inner.cloud().network().networks().create(lan()));
        assertThatExceptionOfType(Closed.class).isThrownBy(inner::keep).withMessageContaining("'outer'");
        inner.close();
        assertThat(lans(cloud)).isZero();
    }

    @Test
    void routersAndSubnetsLetGoOfEachOtherWhoeverMadeTheOther(Cloud cloud) {
        Router foreign = cloud.network().routers().create(RouterSpec.named("foreign"));
        Network old = cloud.network().networks().create(NetworkSpec.named("old"));
        Subnet oldSubnet = cloud.network().subnets().create(SubnetSpec.of(old, "10.9.0.0/24"));
        try (CleanupScope scope = cloud.cleanupScope()) {
            Network lan = scope.cloud().network().networks().create(lan());
            Subnet subnet = scope.cloud().network().subnets().create(SubnetSpec.of(lan, "10.8.0.0/24"));
            scope.cloud().network().routers().addSubnet(foreign, subnet);
            Router router = scope.cloud().network().routers().create(RouterSpec.named("mine"));
            scope.cloud().network().routers().addSubnet(router, oldSubnet);
        }
        assertThat(lans(cloud)).isZero();
        assertThat(cloud.network().routers().list().toList())
                .extracting(Router::name)
                .contains("foreign")
                .doesNotContain("mine");
        assertThat(cloud.network().ports().list().network(old).toList()).isEmpty();
    }

    @Test
    void aVolumeComesBackFromAServerThatStays(Cloud cloud) {
        Server web = cloud.compute().servers().create(server()).join();
        try (CleanupScope scope = cloud.cleanupScope()) {
            var data = scope.cloud()
                    .blockstorage()
                    .volumes()
                    .create(VolumeSpec.named("data").sizeGiB(1))
                    .join();
            cloud.compute()
                    .servers()
                    .attachments(web)
                    .create(VolumeAttachmentSpec.of(data))
                    .join();
            scope.cloud().compute().servers().createImage(web, "snapshot").join();
        }
        assertThat(cloud.blockstorage().volumes().list().toList()).isEmpty();
        assertThat(cloud.image().images().find("snapshot")).isEmpty();
        assertThat(cloud.compute().servers().get(web).volumesAttached()).isEmpty();
    }

    @Test
    void aContainerThatWasThereStaysWithAllThatIsInIt(FakeCloud fake, Cloud cloud) {
        cloud.objectstore().containers().create(ContainerSpec.named("old"));
        CleanupScope scope = cloud.cleanupScope();
        scope.cloud().objectstore().containers().create(ContainerSpec.named("old"));
        scope.cloud().objectstore().objects("old").put("a", Content.of("b"));
        scope.cloud().objectstore().containers().create(ContainerSpec.named("new"));
        for (int i = 0; i < 3; i++) {
            scope.cloud().objectstore().objects("new").put("a/" + i, Content.of("b"));
        }
        fake.faults().on(PUT, "/*/lost").drop().afterEffect().once();
        scope.cloud().objectstore().containers().create(ContainerSpec.named("lost"));
        CleanupReport report = scope.remove();
        assertThat(report.removed()).containsExactly(new CleanupReport.Item("container", "new", "new"));
        assertThat(report.left())
                .singleElement()
                .satisfies(left -> assertThat(left.toString()).contains("'lost'", "nobody knows"));
        assertThat(cloud.objectstore().objects("old").list().toList()).hasSize(1);
        assertThat(cloud.objectstore().containers().find("new")).isEmpty();
    }

    @Test
    void groupsOfVolumesGoWithWhatWasCopiedIntoThem(Cloud cloud, @As("admin") Cloud admin) {
        GroupType type = admin.blockstorage().groupTypes().create(GroupTypeSpec.named("consistent"));
        VolumeGroup origin =
                cloud.blockstorage().groups().create(group("origin", type)).join();
        cloud.blockstorage()
                .volumes()
                .create(VolumeSpec.named("member").sizeGiB(1).type("files1").group(origin))
                .join();
        CleanupScope scope = cloud.cleanupScope();
        VolumeGroups groups = scope.cloud().blockstorage().groups();
        groups.create(group("empty", type)).join();
        groups.copy(GroupCopySpec.named("copy").fromGroup(origin)).join();
        CleanupReport report = scope.remove();
        assertThat(report.left()).isEmpty();
        assertThat(report.removed()).extracting(CleanupReport.Item::kind).containsExactly("group", "group");
        assertThat(cloud.blockstorage().groups().list())
                .extracting(VolumeGroup::name)
                .containsExactly("origin");
        assertThat(cloud.blockstorage().volumes().list())
                .extracting(Volume::name)
                .containsExactly("member");
    }

    private static VolumeGroupSpec group(String name, GroupType type) {
        return VolumeGroupSpec.named(name).type(type).volumeType("files1").availabilityZone("nova");
    }

    @Test
    void theTagStandsBesideOtherWordsAndIsNoPartOfAnother(Cloud cloud) {
        CleanupScope scope = cloud.cleanupScope("ci-42");
        Network made = scope.cloud().network().networks().create(lan().description("my words"));
        assertThat(made.description()).isEqualTo("my words [cleanup-tag=ci-42]");
        Server web = scope.cloud()
                .compute()
                .servers()
                .create(server().metadata("a", "b"))
                .join();
        assertThat(web.metadata()).containsEntry("a", "b").containsEntry("cleanup-tag", "ci-42");
        assertThat(cloud.sweep("ci-4").dryRun()).isEmpty();
        assertThat(cloud.sweep("ci-42").dryRun()).hasSize(2);
        assertThat(scope.remove().complete()).isTrue();
        assertThatExceptionOfType(InvalidSpec.class).isThrownBy(() -> cloud.cleanupScope("a b"));
        assertThatExceptionOfType(InvalidSpec.class).isThrownBy(() -> cloud.sweep(""));
    }

    @Test
    void aSweepLeavesOtherProjectsAlone(Cloud cloud, @As("admin") Cloud admin) {
        CleanupScope demos = cloud.cleanupScope("shared");
        demos.cloud().network().networks().create(lan());
        demos.keep();
        assertThat(admin.sweep("shared").dryRun()).isEmpty();
        assertThat(admin.sweep("shared").remove().removed()).isEmpty();
        assertThat(lans(cloud)).isEqualTo(1);
    }

    @Test
    void aProgramThatIsStoppedCleansUp(FakeCloud fake) throws Exception {
        try (HttpFront front = fake.serve()) {
            Process program = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            StoppedProgram.class.getName(),
                            front.authUrl())
                    .redirectErrorStream(true)
                    .start();
            try (var lines = program.inputReader()) {
                String line = lines.readLine();
                while (line != null && !line.equals("ready")) {
                    line = lines.readLine();
                }
                assertThat(lans(fake.cloud())).isEqualTo(1);
                program.destroy();
                assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
            } finally {
                program.destroyForcibly();
            }
        }
        assertThat(lans(fake.cloud())).isZero();
        assertThat(fake.cloud().network().ports().list().name("nic").toList()).isEmpty();
    }

    /** Makes something in a scope of clean-up, and then works on until it is stopped. */
    static final class StoppedProgram {
        public static void main(String[] arguments) throws InterruptedException {
            Cloud cloud = OpenStack.connect(CloudConfig.builder()
                    .name("fake")
                    .authUrl(arguments[0])
                    .username("demo")
                    .password("secret")
                    .projectName("demo")
                    .build());
            try (CleanupScope scope = cloud.cleanupScope()) {
                Network lan = scope.cloud().network().networks().create(lan());
                scope.cloud().network().ports().create(PortSpec.on(lan).name("nic"));
                System.out.println("ready");
                new CountDownLatch(1).await();
            }
        }

        private StoppedProgram() {}
    }
}
