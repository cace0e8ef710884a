package io.github.openstackjvm.build;

import java.nio.file.Path;

import io.github.openstackjvm.checks.ApiDump;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ApiTest {
    @Test
    void thePublicApiChangesOnlyWithItsDump() throws Exception {
        assertThat(ApiDump.differences(Path.of("target/classes"), Path.of("api/openstack-core.txt")))
                .as("differences to api/openstack-core.txt; rewrite it with: mvn -Dapi.update=true -Dtest=ApiTest test")
                .isEmpty();
    }
}
