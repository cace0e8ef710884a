package io.github.openstackjvm.testkit.scenario;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.session.ServiceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The services are written in Python, whose numbers have no end. */
@Scenario
class LargeNumbersScenario {
    private static final String LARGE = "9".repeat(25);

    @ParameterizedTest
    @CsvSource({
        "compute, /servers?limit=",
        "compute, /flavors?limit=",
        "compute, /flavors?minRam=",
        "compute, /os-server-groups?limit=",
        "compute, /os-server-groups?offset=",
        "block-storage, /volumes?limit=",
        "block-storage, /snapshots?limit=",
        "image, /images?limit="
    })
    void aPageMayBeOfAnySize(String service, String path, Cloud cloud) {
        assertThat(cloud.session()
                        .adapter(ServiceType.of(service))
                        .get(path + LARGE)
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void someAreTooLargeForADatabase(Cloud cloud) {
        assertThat(cloud.session()
                        .adapter(ServiceType.NETWORK)
                        .get("/networks?limit=99999999999")
                        .send()
                        .status())
                .isEqualTo(200);
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> cloud.session()
                        .adapter(ServiceType.BLOCK_STORAGE)
                        .get("/volumes?offset=" + LARGE)
                        .send())
                .withMessageContaining("offset must be <= 2147483647");
    }
}
