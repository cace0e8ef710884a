package io.github.openstackjvm.dsl

import io.github.openstackjvm.error.CleanupIncomplete
import io.github.openstackjvm.network.Network
import io.github.openstackjvm.testkit.FakeCloud
import io.github.openstackjvm.testkit.HttpMethod
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

    private fun lanReturnedOutOfTheBlock(always: Boolean): Network {
        cloud.cleanupScope(always = always) { return network.networks.create { name("lan") } }
    }

    @Test
    fun `a return out of the block is no failure`() {
        assertThat(lanReturnedOutOfTheBlock(always = false).name()).isEqualTo("lan")
        assertThat(lans()).isEqualTo(1)
        lanReturnedOutOfTheBlock(always = true)
        assertThat(lans()).isEqualTo(1)

        for (name in listOf("one", "two")) {
            cloud.cleanupScope {
                network.networks.create { name(name) }
                continue
            }
        }
        assertThat(cloud.network.networks.find("one")).isPresent()
        assertThat(cloud.network.networks.find("two")).isPresent()
    }

    @Test
    fun `what cannot be deleted is told beside the failure`() {
        fake.faults().on(HttpMethod.DELETE, "/networks/*").reply(403)
        assertThatThrownBy {
            cloud.cleanupScope {
                network.networks.create { name("lan") }
                error("of the caller")
            }
        }.hasMessage("of the caller").satisfies({ assertThat(it.suppressed.single()).isInstanceOf(CleanupIncomplete::class.java) })
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
