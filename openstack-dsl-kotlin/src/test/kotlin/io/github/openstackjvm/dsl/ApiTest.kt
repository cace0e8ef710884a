package io.github.openstackjvm.dsl

import io.github.openstackjvm.checks.ApiDump
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import java.nio.file.Path

class ApiTest {
    @Test
    fun `the public API changes only with its dump`() {
        assertThat(ApiDump.differences(Path.of("target/classes"), Path.of("api/openstack-dsl-kotlin.txt")))
            .`as`("differences to api/openstack-dsl-kotlin.txt; rewrite it with: mvn -Dapi.update=true -Dtest=ApiTest test")
            .isEmpty()
    }
}
