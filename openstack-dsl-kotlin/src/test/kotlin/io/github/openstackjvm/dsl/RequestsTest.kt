package io.github.openstackjvm.dsl

import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import kotlin.time.Duration.Companion.seconds

class RequestsTest {
    private val pretend = PretendCloud { json("""{"limits": {"absolute": {"maxTotalCores": 20}}}""") }

    @Test
    fun `an answer is read as the type that is asked for`() {
        val compute = pretend.connect().session.adapter("compute")

        val all = compute.get("/limits").timeout(7.seconds).fetch<Map<String, Any>>()
        val absolute = compute.get("/limits").fetch<Limits>("limits")

        assertThat(all).containsOnlyKeys("limits")
        assertThat(absolute.absolute).containsEntry("maxTotalCores", 20)
    }

    @JvmRecord
    data class Limits(
        val absolute: Map<String, Int>,
    )
}
