package io.github.openstackjvm.dsl

import io.github.openstackjvm.error.Closed
import io.github.openstackjvm.error.NotFound
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.future.await
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.runInterruptible
import kotlinx.coroutines.withTimeoutOrNull
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import kotlin.time.Duration.Companion.seconds

class CoroutinesTest {
    private val pretend =
        PretendCloud { call ->
            when (call.url.substringAfterLast('/')) {
                "blocks" -> block()
                "small" -> json("""{"flavor": {"id": "small", "name": "small", "vcpus": 1, "ram": 1, "disk": 1}}""")
                "detail" -> json("""{"flavors": []}""")
                else -> json("""{"itemNotFound": {"code": 404, "message": "no"}}""", 404)
            }
        }
    private val cloud = pretend.connect()

    @Test
    fun `io brings the result of the block, run elsewhere`() =
        runBlocking<Unit> {
            val here = Thread.currentThread()

            val (flavor, there) = cloud.io { compute.flavors["small"] to Thread.currentThread() }

            assertThat(flavor.name).isEqualTo("small")
            assertThat(there).isNotSameAs(here)
            assertThat(Thread.currentThread()).isSameAs(here)
        }

    @Test
    fun `the result may be null`() =
        runBlocking<Unit> {
            assertThat(cloud.io { compute.flavors.findOrNull("large") }).isNull()
        }

    @Test
    fun `a refusal arrives as it is`() {
        assertThrows<NotFound> { runBlocking { cloud.io { compute.flavors["large"] } } }
    }

    @Test
    fun `cancelling the coroutine ends the request`() =
        runBlocking<Unit> {
            val call = async { cloud.io { compute.flavors["blocks"] } }
            runInterruptible(Dispatchers.IO) { pretend.blocked.await() }

            call.cancel()

            assertThrows<CancellationException> { call.await() }
            assertThat(pretend.sawInterrupt()).isTrue()
        }

    @Test
    fun `a time limit of coroutines ends the request, of a future, too`() =
        runBlocking<Unit> {
            cloud.io { compute.flavors["small"] } // logged in, so that only the request itself takes time

            val flavor =
                withTimeoutOrNull(2.seconds) { cloud.async { it.compute.flavors["blocks"] }.await() }

            assertThat(flavor).isNull()
            assertThat(pretend.sawInterrupt()).isTrue()
        }

    @Test
    fun `the block of a cloud may suspend, and closes it`() {
        val after =
            runBlocking {
                openstack(pretend.config) {
                    assertThat(io { compute.flavors["small"] }.id).isEqualTo("small")
                    this
                }
            }

        assertThrows<Closed> { after.compute.flavors["small"] }
    }
}
