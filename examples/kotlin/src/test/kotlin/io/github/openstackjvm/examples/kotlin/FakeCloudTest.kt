package io.github.openstackjvm.examples.kotlin

import io.github.openstackjvm.Cloud
import io.github.openstackjvm.dsl.create
import io.github.openstackjvm.dsl.io
import io.github.openstackjvm.dsl.network
import io.github.openstackjvm.dsl.networks
import io.github.openstackjvm.testkit.FakeCloud
import io.github.openstackjvm.testkit.OpenStackTest
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

/** What the guide for testers shows of Kotlin. */
@OpenStackTest
class FakeCloudTest {
    @Test
    fun `a network is there`(
        fake: FakeCloud,
        cloud: Cloud,
    ) = runBlocking<Unit> {
        cloud.io { network.networks.create { name("lan") } }

        assertThat(fake).network("lan").isInternal().belongsTo("demo")
    }
}
