package io.github.openstackjvm.dsl

import io.github.openstackjvm.error.ResourceFailed
import io.github.openstackjvm.error.WaitTimeout
import io.github.openstackjvm.resource.Orders
import io.github.openstackjvm.resource.Pending
import io.github.openstackjvm.resource.Transition.Sighting
import io.github.openstackjvm.spi.Ticker
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.runInterruptible
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import java.time.Duration
import java.time.Instant
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import kotlin.time.Duration.Companion.minutes

class WaitingTest {
    /** Every sleep is over at once. */
    private open class Clock : Ticker {
        @Volatile
        private var nanos = 0L

        override fun now(): Instant = Instant.EPOCH.plusNanos(nanos)

        override fun nanoTime(): Long = nanos

        override fun sleep(duration: Duration) {
            nanos += duration.toNanos()
        }
    }

    private val orders = Orders(Clock())
    private val building = Sighting.going<String>("BUILD")

    private fun reached(result: String) = Sighting.reached("ACTIVE", result)

    @Test
    fun `await brings the outcome`() =
        runBlocking<Unit> {
            assertThat(orders.order("a", building, reached("server a")).await()).isEqualTo("server a")
            assertThat(orders.order("b", building, reached("server b")).await(5.minutes)).isEqualTo("server b")
            assertThat(orders.order("c", building, reached("server c")).join(5.minutes)).isEqualTo("server c")
        }

    @Test
    fun `a failure and a deadline say what was seen`() {
        val failed = orders.order("a", building, Sighting.failed("ERROR", "No valid host was found"))
        val endless = orders.order("b", building)

        assertThat(assertThrows<ResourceFailed> { runBlocking { failed.await() } })
            .hasMessageContaining("No valid host was found")
        assertThat(assertThrows<WaitTimeout> { runBlocking { endless.await(5.minutes) } }).hasMessageContaining("BUILD")
        assertThrows<WaitTimeout> { endless.join(5.minutes) }
    }

    @Test
    fun `all are awaited together`() =
        runBlocking<Unit> {
            val all = Pending.all(listOf(orders.order("a", building, reached("a")), orders.order("b", reached("b"))))

            assertThat(all.await()).containsExactly("a", "b")
            assertThat(all.await(5.minutes)).containsExactly("a", "b")
            assertThat(all.join(5.minutes)).containsExactly("a", "b")
            assertThat(Pending.all(emptyList<Pending<String>>()).await()).isEmpty()
        }

    @Test
    fun `cancelling the coroutine ends the waiting`() =
        runBlocking<Unit> {
            val asleep = CountDownLatch(1)
            val woken = CountDownLatch(1)
            val clock =
                object : Clock() {
                    override fun sleep(duration: Duration) {
                        asleep.countDown()
                        try {
                            CountDownLatch(1).await()
                        } finally {
                            woken.countDown()
                        }
                    }
                }
            val waiting = async { Orders(clock).order("a", building).await() }
            runInterruptible(Dispatchers.IO) { asleep.await() }

            waiting.cancel()

            assertThrows<CancellationException> { waiting.await() }
            assertThat(woken.await(10, TimeUnit.SECONDS)).isTrue()
        }
}
