package io.github.openstackjvm.dsl

import io.github.openstackjvm.testkit.FakeCloud
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.awaitCancellation
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.Test
import kotlin.time.Duration.Companion.milliseconds
import kotlin.time.Duration.Companion.minutes

class CleanupTest {
    private val fake = FakeCloud.start()
    private val cloud = fake.cloud()

    private fun lans() =
        cloud.network.networks
            .list()
            .name("lan")
            .count()

    @Test
    fun `what was made goes when the block fails and stays when it does not`() {
        assertThatThrownBy {
            cloud.cleanupScope {
                network.networks.create { name("lan") }
                error("of the caller")
            }
        }.hasMessage("of the caller")
        assertThat(lans()).isZero()

        val lan = cloud.cleanupScope(tag = "ci-42") { network.networks.create { name("lan") } }

        assertThat(lans()).isEqualTo(1)
        assertThat(lan.description()).contains("ci-42")
        assertThat(cloud.sweep("ci-42").remove(1.minutes).removed()).hasSize(1)
    }

    @Test
    fun `it goes in any case when that is asked for`() {
        val name =
            cloud.cleanupScope(always = true) { scope ->
                scope.within(1.minutes)
                network.networks.create { name("lan") }.name
            }
        assertThat(name).isEqualTo("lan")
        assertThat(lans()).isZero()
    }

    @Test
    fun `a coroutine that is cancelled in the block cleans up`() {
        assertThatThrownBy {
            runBlocking {
                cloud.cleanupScope {
                    io { network.networks.create { name("lan") } }
                    withTimeout(1.milliseconds) { awaitCancellation() }
                }
            }
        }.isInstanceOf(CancellationException::class.java)
        assertThat(lans()).isZero()
    }
}
