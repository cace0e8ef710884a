package io.github.openstackjvm.testkit.compute;

import io.github.openstackjvm.testkit.FakeCloud;
import io.github.openstackjvm.testkit.OpenStackTest;
import io.github.openstackjvm.testkit.Wire;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What Nova answered to the same headers. */
@OpenStackTest
class MicroversionsTest {
    private static final String PATH = "/compute/v2.1/os-keypairs";

    @Test
    void answersSayTheirVersion(FakeCloud fake) {
        Wire demo = Wire.as(fake, "demo");
        Wire.Answer plain = demo.get(PATH).is(200);
        assertThat(plain.header("OpenStack-API-Version")).isEqualTo("compute 2.1");
        assertThat(plain.header("X-OpenStack-Nova-API-Version")).isEqualTo("2.1");
        assertThat(plain.response().headers().all("Vary"))
                .containsExactly("OpenStack-API-Version", "X-OpenStack-Nova-API-Version");
        assertThat(plain.header("x-openstack-request-id"))
                .startsWith("req-")
                .isEqualTo(plain.header("x-compute-request-id"));
        assertThat(demo.at("latest").get(PATH).header("OpenStack-API-Version")).isEqualTo("compute 2.93");
        assertThat(demo.with("X-OpenStack-Nova-API-Version", "2.5").get(PATH).header("OpenStack-API-Version"))
                .isEqualTo("compute 2.5");
        assertThat(demo.with("OpenStack-API-Version", "volume 3.2, compute 2.9")
                        .get(PATH)
                        .header("OpenStack-API-Version"))
                .isEqualTo("compute 2.9");
    }

    @Test
    void othersAreRefused(FakeCloud fake) {
        Wire demo = Wire.as(fake, "demo");
        demo.at("2.999")
                .get(PATH)
                .refused(406, "Version 2.999 is not supported by the API. Minimum is 2.1 and maximum is 2.93.");
        demo.at("2.x")
                .get(PATH)
                .refused(400, "API Version String 2.x is of invalid format. Must be of format MajorNum.MinorNum.");
    }

    @Test
    void anOlderCloud() {
        try (FakeCloud fake =
                FakeCloud.builder().computeMicroversions("2.1", "2.79").start()) {
            Wire demo = Wire.as(fake, "demo");
            assertThat(demo.get("/compute/v2.1").is(200).at("/version/version").asText())
                    .isEqualTo("2.79");
            demo.at("2.80").get(PATH).is(406);
        }
    }

    @Test
    void versionDocumentsNeedNoToken(FakeCloud fake) {
        Wire anybody = Wire.to(fake);
        assertThat(anybody.get("/compute/").is(200).at("/versions").findValuesAsText("id"))
                .containsExactly("v2.0", "v2.1");
        assertThat(anybody.get("/compute/v2.1/")
                        .is(200)
                        .at("/version/min_version")
                        .asText())
                .isEqualTo("2.1");
        assertThat(anybody.get("/network")
                        .is(200)
                        .at("/versions/0/links/0/href")
                        .asText())
                .isEqualTo("http://fake-cloud.invalid/network/v2.0/");
        anybody.get("/network/v2.0").is(401);
    }
}
