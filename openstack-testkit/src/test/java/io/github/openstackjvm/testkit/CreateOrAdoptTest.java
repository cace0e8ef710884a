package io.github.openstackjvm.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.blockstorage.VolumeSpec;
import io.github.openstackjvm.compute.Server;
import io.github.openstackjvm.compute.ServerSpec;
import io.github.openstackjvm.error.Ambiguous;
import io.github.openstackjvm.error.InvalidSpec;
import io.github.openstackjvm.error.OutcomeUnknown;
import io.github.openstackjvm.error.UnsupportedMicroversion;
import io.github.openstackjvm.network.Network;
import io.github.openstackjvm.network.NetworkSpec;
import io.github.openstackjvm.network.PortSpec;
import io.github.openstackjvm.resource.Pending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static io.github.openstackjvm.testkit.HttpMethod.GET;
import static io.github.openstackjvm.testkit.HttpMethod.POST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is asked for with a key is made once, whatever becomes of the answers. */
@OpenStackTest
class CreateOrAdoptTest {
    private static final String KEY = "0b5f6f5e-2a1e-4f0c-9a53-7c5f3e6f0a11";

    /**
     * One kind of resource.
     *
     * @param path where it is made
     * @param listed where it is looked for
     * @param make what brings one with this key, by id
     * @param count how many there are beside the furniture
     */
    private record Kind(
            String path, String listed, BiFunction<Cloud, String, String> make, Function<Cloud, Long> count) {
        @Override
        public String toString() {
            return path;
        }
    }

    static Stream<Kind> kinds() {
        return Stream.of(
                new Kind(
                        "/servers",
                        "/servers/detail",
                        (cloud, key) -> cloud.compute()
                                .servers()
                                .createOrAdopt(server(), key)
                                .id(),
                        cloud -> cloud.compute().servers().list().count()),
                new Kind(
                        "/*/volumes",
                        "/*/volumes/detail",
                        (cloud, key) -> cloud.blockstorage()
                                .volumes()
                                .createOrAdopt(
                                        VolumeSpec.named("data").sizeGiB(1).metadata("a", "b"), key)
                                .id(),
                        cloud -> cloud.blockstorage().volumes().list().count()),
                new Kind(
                        "/networks",
                        "/networks",
                        (cloud, key) -> cloud.network()
                                .networks()
                                .createOrAdopt(NetworkSpec.named("lan"), key)
                                .id(),
                        cloud -> cloud.network().networks().list().name("lan").count()),
                new Kind(
                        "/ports",
                        "/ports",
                        (cloud, key) -> cloud.network()
                                .ports()
                                .createOrAdopt(PortSpec.on("private").name("nic"), key)
                                .id(),
                        cloud -> cloud.network().ports().list().name("nic").count()));
    }

    private static ServerSpec server() {
        return ServerSpec.named("web")
                .flavor("m1.nano")
                .image("cirros")
                .network("private")
                .tags("blue");
    }

    private static long posts(FakeCloud fake, Kind kind) {
        return fake.journal().calls(POST, kind.path).size();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void askedAgainItIsTheSame(Kind kind, FakeCloud fake, Cloud cloud) {
        String first = kind.make.apply(cloud, KEY);
        assertThat(kind.make.apply(cloud, KEY)).isEqualTo(first);
        assertThat(kind.make.apply(cloud, "another")).isNotEqualTo(first);
        assertThat(posts(fake, kind)).isEqualTo(2);
        assertThat(kind.count.apply(cloud)).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatWasMadeAlthoughTheAnswerWasLostIsAdopted(Kind kind, FakeCloud fake, Cloud cloud) {
        fake.faults().on(POST, kind.path).drop().afterEffect().once();
        String made = kind.make.apply(cloud, KEY);
        fake.faults().on(POST, kind.path).reply(504).afterEffect().once();
        String other = kind.make.apply(cloud, "another");
        assertThat(posts(fake, kind)).isEqualTo(2);
        assertThat(kind.count.apply(cloud)).isEqualTo(2);
        assertThat(List.of(kind.make.apply(cloud, KEY), kind.make.apply(cloud, "another")))
                .containsExactly(made, other);
        assertThat(posts(fake, kind)).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatDoesNotShowIsOfUnknownOutcomeAndMayBeAskedForAgain(Kind kind, FakeCloud fake, Cloud cloud) {
        fake.faults().on(POST, kind.path).drop().once();
        assertThatExceptionOfType(OutcomeUnknown.class)
                .isThrownBy(() -> kind.make.apply(cloud, KEY))
                .satisfies(lost -> assertThat(lost.getSuppressed())
                        .singleElement()
                        .satisfies(look -> assertThat(look).hasMessageContaining("'" + KEY + "'")));
        assertThat(posts(fake, kind)).isEqualTo(1);
        assertThat(kind.count.apply(cloud)).isZero();
        assertThat(fake.clock().now()).isAfter(FakeClock.START.plusSeconds(29));

        String made = kind.make.apply(cloud, KEY);
        assertThat(kind.make.apply(cloud, KEY)).isEqualTo(made);
        assertThat(kind.count.apply(cloud)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void itIsLookedForThroughTheTroubleThatLostTheAnswer(Kind kind, FakeCloud fake, Cloud cloud) {
        // The first look finds nothing and no trouble; the looks after the creation meet it.
        fake.faults().on(POST, kind.path).reply(502).afterEffect().once();
        fake.faults().on(GET, kind.listed).reply(503).times(5);
        fake.faults().on(GET, kind.listed).delay(Duration.ZERO).once();
        assertThat(kind.make.apply(cloud, KEY)).isNotEmpty();
        assertThat(posts(fake, kind)).isEqualTo(1);
        assertThat(kind.count.apply(cloud)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aKeyThatNoServiceWouldKeepIsRefusedBeforeAnythingIsSent(Kind kind, FakeCloud fake, Cloud cloud) {
        for (String key : List.of("", "a,b", "a/b", "a b", "a'b", "x\r\ny", "ä", "x".repeat(41))) {
            assertThatExceptionOfType(InvalidSpec.class).isThrownBy(() -> kind.make.apply(cloud, key));
        }
        assertThat(fake.journal().calls()).isEmpty();
        assertThat(kind.make.apply(cloud, "x".repeat(40))).isNotEmpty();
    }

    @Test
    void twoThatWereAskedForAtTheSameTimeAreTold(Cloud cloud) {
        for (int i = 0; i < 2; i++) {
            cloud.network().networks().create(NetworkSpec.named("lan").description("idempotency-key=" + KEY));
        }
        List<String> both = cloud.network().networks().list().name("lan").stream()
                .map(Network::id)
                .toList();
        assertThatExceptionOfType(Ambiguous.class)
                .isThrownBy(() -> cloud.network().networks().createOrAdopt(NetworkSpec.named("lan"), KEY))
                .withMessageContaining(both.get(0))
                .withMessageContaining(both.get(1));
    }

    @Test
    void whatAnotherProjectMadeIsNotAdopted(Cloud cloud, @As("admin") Cloud admin) {
        Network demos = cloud.network().networks().createOrAdopt(NetworkSpec.named("lan"), KEY);
        Network admins = admin.network().networks().createOrAdopt(NetworkSpec.named("lan"), KEY);
        assertThat(admins.id()).isNotEqualTo(demos.id());
        NetworkSpec forDemo = NetworkSpec.named("lan").projectId(cloud.session().projectId());
        assertThat(admin.network().networks().createOrAdopt(forDemo, KEY).id()).isEqualTo(demos.id());
    }

    @Test
    void theKeyHasItsPlaceAndLeavesTheRest(Cloud cloud) {
        Server web = cloud.compute().servers().createOrAdopt(server(), KEY).join();
        assertThat(web.tags()).containsExactlyInAnyOrder("blue", "idempotency-key=" + KEY);
        assertThat(cloud.blockstorage()
                        .volumes()
                        .createOrAdopt(VolumeSpec.named("data").sizeGiB(1).metadata("a", "b"), KEY)
                        .join()
                        .metadata())
                .isEqualTo(Map.of("a", "b", "idempotency-key", KEY));
        assertThatExceptionOfType(InvalidSpec.class)
                .isThrownBy(() -> cloud.network()
                        .networks()
                        .createOrAdopt(NetworkSpec.named("lan").description("mine"), KEY))
                .withMessageContaining("description of a network");
        assertThatExceptionOfType(InvalidSpec.class)
                .isThrownBy(() -> cloud.network()
                        .ports()
                        .createOrAdopt(PortSpec.on("private").description("mine"), KEY))
                .withMessageContaining("description of a port");
    }

    @Test
    void anAdoptedServerIsAwaitedWhereverItHasSettled(Cloud cloud) {
        Server web = cloud.compute().servers().createOrAdopt(server(), KEY).join();
        cloud.compute().servers().stop(web).join();
        Pending<Server> again = cloud.compute().servers().createOrAdopt(server(), KEY);
        assertThat(again.join().status().value()).isEqualTo("SHUTOFF");
        assertThat(again.accepted().adminPass()).isNull();
    }

    @Test
    void aServiceWithoutTagsIsToldSoBeforeAnythingIsMade(FakeCloud fake, Cloud cloud) {
        assertThatExceptionOfType(UnsupportedMicroversion.class)
                .isThrownBy(() -> cloud.compute().at("2.40").servers().createOrAdopt(server(), KEY));
        assertThat(fake.journal().calls(POST, "/servers")).isEmpty();
    }

    @Test
    void anInterruptEndsTheLooking(FakeCloud fake) {
        fake.faults().on(POST, "/networks").drop().afterEffect().once();
        try (Cloud cloud = OpenStack.connect(fake.config("demo")
                .transport(After.posts(
                        fake.transport(), () -> Thread.currentThread().interrupt()))
                .build())) {
            assertThatExceptionOfType(OutcomeUnknown.class)
                    .isThrownBy(() -> cloud.network().networks().createOrAdopt(NetworkSpec.named("lan"), KEY));
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(fake.cloud()
                        .network()
                        .networks()
                        .createOrAdopt(NetworkSpec.named("lan"), KEY)
                        .name())
                .isEqualTo("lan");
        assertThat(fake.journal().calls(POST, "/networks")).hasSize(1);
    }
}
