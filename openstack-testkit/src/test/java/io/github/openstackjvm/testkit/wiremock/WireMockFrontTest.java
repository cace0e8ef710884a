package io.github.openstackjvm.testkit.wiremock;

import java.time.Duration;

import com.github.tomakehurst.wiremock.http.Fault;
import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.compute.KeypairSpec;
import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.error.OutcomeUnknown;
import io.github.openstackjvm.network.NetworkSpec;
import io.github.openstackjvm.objectstore.ContainerSpec;
import io.github.openstackjvm.testkit.FakeCloud;
import io.github.openstackjvm.transfer.Content;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.github.openstackjvm.testkit.HttpMethod.GET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WireMockFrontTest {
    private final FakeCloud fake = FakeCloud.start();
    private final WireMockFront front = WireMockFront.start(fake);
    private final Cloud cloud = OpenStack.connect(CloudConfig.builder()
            .name("wired")
            .authUrl(front.authUrl())
            .username("demo")
            .password("secret")
            .projectName("demo")
            .userDomainId("default")
            .projectDomainId("default")
            .region("RegionOne")
            .build());

    @AfterEach
    void close() {
        cloud.close();
        front.close();
        fake.close();
    }

    @Test
    void aStubLiesOverTheCloudAndTheCloudAnswersTheRest() {
        front.server()
                .stubFor(get(urlPathEqualTo("/compute/v2.1/flavors/detail"))
                        .willReturn(okJson("{\"flavors\": [{\"id\": \"9\", \"name\": \"stubbed\"}]}")));
        assertThat(cloud.compute().flavors().list().one().name()).isEqualTo("stubbed");
        cloud.network().networks().create(NetworkSpec.named("lan"));
        cloud.objectstore().containers().create(ContainerSpec.named("box"));
        cloud.objectstore().objects("box").put("a.txt", Content.of("hello"));
        assertThat(cloud.objectstore().objects("box").get("a.txt").bytes()).isEqualTo(5);
        assertThat(fake).network("lan").exists();
        assertThat(fake).object("box", "a.txt").hasContent("hello");
        assertThat(fake).received(GET, "/flavors/detail").never();
        front.server().verify(getRequestedFor(urlPathEqualTo("/compute/v2.1/flavors/detail")));
        front.reset();
        assertThat(cloud.compute().flavors().list().toList()).hasSize(6);
    }

    @Test
    void aFaultOfWireMockStrikesAfterTheCloudHasDoneIt() {
        front.server()
                .stubFor(post(urlPathEqualTo("/compute/v2.1/os-keypairs"))
                        .willReturn(WireMockFront.fromFake().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        assertThatThrownBy(() -> cloud.compute().keypairs().create(KeypairSpec.named("ops")))
                .isInstanceOf(OutcomeUnknown.class);
        assertThat(fake).keypair("ops").exists();
    }

    @Test
    void aFaultAloneStrikesInsteadOfTheCloud() {
        front.server()
                .stubFor(post(urlPathEqualTo("/compute/v2.1/os-keypairs"))
                        .willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        assertThatThrownBy(() -> cloud.compute().keypairs().create(KeypairSpec.named("ops")))
                .isInstanceOf(OpenStackException.class);
        assertThat(fake).keypair("ops").doesNotExist();
    }

    @Test
    void whatTheCloudAnswersCanBeLate() {
        cloud.authenticate();
        front.server()
                .stubFor(get(urlPathEqualTo("/compute/v2.1/flavors/detail"))
                        .willReturn(WireMockFront.fromFake().withFixedDelay(150)));
        long began = System.nanoTime();
        assertThat(cloud.compute().flavors().list().toList()).hasSize(6);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(140));
    }
}
