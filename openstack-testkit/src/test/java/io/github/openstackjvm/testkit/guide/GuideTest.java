package io.github.openstackjvm.testkit.guide;

import java.time.Duration;
import java.util.List;

import com.github.tomakehurst.wiremock.http.Fault;
import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.blockstorage.Volume;
import io.github.openstackjvm.blockstorage.VolumeSpec;
import io.github.openstackjvm.blockstorage.VolumeStatus;
import io.github.openstackjvm.compute.KeypairSpec;
import io.github.openstackjvm.compute.Server;
import io.github.openstackjvm.compute.ServerSpec;
import io.github.openstackjvm.compute.ServerStatus;
import io.github.openstackjvm.error.OutcomeUnknown;
import io.github.openstackjvm.error.QuotaExceeded;
import io.github.openstackjvm.error.ResourceFailed;
import io.github.openstackjvm.resource.Pending;
import io.github.openstackjvm.testkit.As;
import io.github.openstackjvm.testkit.CloudSnapshot;
import io.github.openstackjvm.testkit.FakeCloud;
import io.github.openstackjvm.testkit.HttpFront;
import io.github.openstackjvm.testkit.Models;
import io.github.openstackjvm.testkit.OpenStackTest;
import io.github.openstackjvm.testkit.wiremock.WireMockFront;
import org.junit.jupiter.api.Test;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.github.openstackjvm.testkit.HttpMethod.DELETE;
import static io.github.openstackjvm.testkit.HttpMethod.GET;
import static io.github.openstackjvm.testkit.HttpMethod.POST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@OpenStackTest
class GuideTest {

    @Test
    void calls(FakeCloud fake, Cloud cloud) {
        Web.open(cloud, "web");
        // region: calls
        assertThat(fake)
                .received(POST, "/servers")
                .withJson("/server/name", "web")
                .once();
        assertThat(fake).received(GET, "/servers/*").atLeast(1);
        assertThat(fake).received(DELETE, "/servers/*").never();
        assertThat(fake).receivedInOrder("POST /servers", "GET /ports", "POST /floatingips");
        // endregion
    }

    // region: things
    @Test
    void aSecondServerGetsAnAddressOfItsOwn(FakeCloud fake, Cloud cloud) {
        Web.open(cloud, "one");
        Web.open(cloud, "two");

        assertThat(fake).servers().containsExactly("one", "two");
        assertThat(fake).server("two").hasAddress("10.0.0.3").hasSecurityGroup("default");
        assertThat(fake).inProject("demo").floatingIps().hasSize(2);
        assertThat(fake).inProject("alt_demo").servers().isEmpty();
    }
    // endregion

    // region: users
    @Test
    void nobodyElseSeesIt(Cloud cloud, @As("alt_demo") Cloud stranger, @As("admin") Cloud admin) {
        Web.open(cloud, "web");

        assertThat(stranger.compute().servers().list().toList()).isEmpty();
        assertThat(admin.compute().servers().list().allProjects().one().name()).isEqualTo("web");
    }
    // endregion

    @Test
    void otherUsers(FakeCloud fake) {
        // region: addUser
        fake.addUser("ann", "pw", "shop", "reader");
        Cloud ann = OpenStack.connect(
                fake.config("ann").password("pw").projectName("shop").build());
        // endregion
        try (ann) {
            assertThat(ann.whoami().roles()).containsExactly("reader");
        }
    }

    // region: faults
    @Test
    void novaIsBusyTwice(FakeCloud fake, Cloud cloud) {
        fake.faults()
                .on(POST, "/servers")
                .reply(503)
                .retryAfter(Duration.ofSeconds(30))
                .times(2);

        Web.open(cloud, "web"); // waits on the fake's clock: no real time passes

        assertThat(fake).received(POST, "/servers").times(3);
    }

    @Test
    void theAnswerIsLost(FakeCloud fake, Cloud cloud) {
        fake.faults().on(POST, "/os-keypairs").drop().afterEffect().once();

        assertThatThrownBy(() -> cloud.compute().keypairs().create(KeypairSpec.named("ops")))
                .isInstanceOf(OutcomeUnknown.class);
        assertThat(fake).keypair("ops").exists();
    }
    // endregion

    @Test
    void moreFaults(FakeCloud fake) {
        // region: moreFaults
        fake.faults().on(GET, "/servers/**").delay(Duration.ofSeconds(90)); // longer than the client waits
        fake.faults().on(GET, "/images/*/file").truncate().once();
        fake.faults().on(POST, "/servers").expireTokens().once();
        fake.faults().clear();
        // endregion
        assertThat(fake).receivedNothing();
    }

    // region: clock
    @Test
    void aVolumeTakesItsTime(FakeCloud fake, Cloud cloud) {
        fake.transitions().of("volume").onClock(Duration.ofMinutes(2));

        Pending<Volume> order =
                cloud.blockstorage().volumes().create(VolumeSpec.named("data").sizeGiB(1));
        assertThat(fake).volume("data").hasStatus("creating");

        fake.clock().advance(Duration.ofMinutes(2));
        assertThat(order.join().status()).isEqualTo(VolumeStatus.AVAILABLE);
    }

    @Test
    void aServerFails(FakeCloud fake, Cloud cloud) {
        fake.transitions().of("server").afterReads(2).fails("No valid host was found");

        assertThatThrownBy(() -> Web.open(cloud, "web"))
                .isInstanceOf(ResourceFailed.class)
                .hasMessageContaining("No valid host was found");
    }
    // endregion

    // region: quota
    @Test
    void thereIsRoomForOneOnly(FakeCloud fake, Cloud cloud) {
        fake.quota("demo", "instances", 1);
        Web.open(cloud, "one");

        assertThatThrownBy(() -> Web.open(cloud, "two")).isInstanceOf(QuotaExceeded.class);
    }
    // endregion

    // region: seed
    @OpenStackTest(seed = "shop.yaml")
    static class ShopTest {
        @Test
        void theShopIsOpen(FakeCloud fake) {
            assertThat(fake).server("web-1").isActive().hasVolume("data").belongsTo("shop");
        }
    }
    // endregion

    @Test
    void seedInCode(FakeCloud fake) {
        // region: seedInCode
        fake.seed("""
                networks:
                  lan:
                subnets:
                  lan4: {network: lan, cidr: 192.0.2.0/24}
                servers:
                  web: {flavor: m1.small, image: cirros, network: lan, status: SHUTOFF}
                """);
        assertThat(fake).server("web").hasStatus("SHUTOFF").hasAddress("192.0.2.2");
        // endregion
    }

    // region: snapshot
    @Test
    void beforeAndAfter(FakeCloud fake, Cloud cloud) {
        Server web = Web.open(cloud, "web");
        CloudSnapshot before = fake.snapshot();

        cloud.compute().servers().delete(web).join();
        assertThat(fake).servers().isEmpty();

        fake.restore(before);
        assertThat(fake).server("web").isActive();
    }
    // endregion

    // region: models
    @Test
    void tellsWhatIsDown() {
        Server up = Models.of(Server.class)
                .with(Server::name, "up")
                .with(Server::status, ServerStatus.ACTIVE)
                .make();
        Server down = Models.like(up)
                .with(Server::name, "down")
                .with(Server::status, ServerStatus.SHUTOFF)
                .make();

        assertThat(Web.down(List.of(up, down))).containsExactly("down");
    }
    // endregion

    @Test
    void withoutJUnit() {
        // region: plain
        try (FakeCloud fake = FakeCloud.start();
                Cloud cloud = fake.cloud()) {
            Web.open(cloud, "web");
            assertThat(fake).server("web").isActive();
        }
        // endregion
    }

    @Test
    void builder() {
        // region: builder
        FakeCloud fake = FakeCloud.builder()
                .regions("North", "South")
                .computeMicroversions("2.1", "2.60") // an older Nova
                .tokenLifetime(Duration.ofMinutes(5))
                .start();
        // endregion
        try (fake) {
            assertThat(fake.region()).isEqualTo("North");
        }
    }

    @Test
    void onAPort(FakeCloud fake) {
        // region: port
        HttpFront front = fake.serve();
        String authUrl = front.authUrl(); // http://127.0.0.1:…/identity/v3, for any OpenStack client
        // endregion
        assertThat(authUrl).startsWith("http://127.0.0.1:");
    }

    @Test
    void wireMock(FakeCloud fake) {
        // region: wiremock
        try (WireMockFront front = WireMockFront.start(fake)) {
            front.server()
                    .stubFor(get(urlPathEqualTo("/compute/v2.1/flavors/detail"))
                            .willReturn(okJson("{\"flavors\": []}")));
            front.server()
                    .stubFor(post(urlPathEqualTo("/compute/v2.1/servers"))
                            .willReturn(WireMockFront.fromFake().withFault(Fault.CONNECTION_RESET_BY_PEER)));
            // front.authUrl() is where your code logs in; what no stub is for, the fake answers.
        }
        // endregion
        assertThat(fake).receivedNothing();
    }

    @Test
    void journal(FakeCloud fake, Cloud cloud) {
        cloud.compute()
                .servers()
                .create(ServerSpec.named("web")
                        .flavor("m1.small")
                        .image("cirros")
                        .network("private"))
                .join();
        // region: journal
        assertThat(fake.journal().last(POST, "/servers").orElseThrow().json("/server/name"))
                .contains("web");
        assertThat(fake.journal().calls(call -> call.service().equals("image"))).isNotEmpty();
        fake.journal().clear();
        cloud.compute().servers().list().toList();
        assertThat(fake).receivedNoChanges(); // what a dry run must be
        // endregion
    }
}
