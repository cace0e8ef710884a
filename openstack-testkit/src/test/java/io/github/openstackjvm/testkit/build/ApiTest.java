package io.github.openstackjvm.testkit.build;

import java.nio.file.Path;

import io.github.openstackjvm.checks.ApiDump;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ApiTest {
    @Test
    void thePublicApiChangesOnlyWithItsDump() throws Exception {
        assertThat(ApiDump.differences(Path.of("target/classes"), Path.of("api/openstack-testkit.txt")))
                .as("differences to api/openstack-testkit.txt; rewrite it with: mvn -Dapi.update=true test")
                .isEmpty();
    }
}
