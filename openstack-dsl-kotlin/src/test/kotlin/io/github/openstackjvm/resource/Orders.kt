package io.github.openstackjvm.resource

import io.github.openstackjvm.internal.wait.AsyncRunner
import io.github.openstackjvm.internal.wait.Interruptions
import io.github.openstackjvm.internal.wait.Waiter
import io.github.openstackjvm.resilience.ResiliencePolicy
import io.github.openstackjvm.resource.Transition.Sighting
import io.github.openstackjvm.spi.Ticker
import java.time.Duration
import java.time.Instant
import java.util.Optional

/** Orders without a cloud; only this package may make them. */
class Orders(
    clock: Ticker,
) {
    private val waiter = Waiter(ResiliencePolicy.Waiting.DEFAULT, clock, AsyncRunner(Optional.empty()), Interruptions())

    /** Each look sees the next of these; the last one stays. */
    fun order(
        id: String,
        vararg sightings: Sighting<String>,
    ): Pending<String> {
        val queue = ArrayDeque(sightings.asList())
        val view =
            object : Transition.View<Sighting<String>> {
                override fun one(
                    id: String,
                    limit: Duration,
                ) = if (queue.size > 1) queue.removeFirst() else queue.first()

                override fun many(
                    ids: Set<String>,
                    since: Instant,
                    limit: Duration,
                ) = emptyMap<String, Sighting<String>>()
            }
        return Pending(
            Accepted(id, null, null, emptyMap()),
            Transition("thing $id", id, Instant.EPOCH, false, view) { it!! },
            waiter,
        )
    }
}
