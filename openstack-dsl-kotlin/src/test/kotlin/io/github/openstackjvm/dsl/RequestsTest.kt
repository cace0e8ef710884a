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

    @Test
    fun `a request goes elsewhere, and a list is read by markers`() {
        val empty = PretendCloud { json("""{"things": []}""") }
        val things = empty.connect().session.adapter("compute")

        val all = things.get("/things").endpointOverride("http://elsewhere.test/nova").pages(Thing::class.java, "things") { it.id }

        assertThat(all).isEmpty()
        assertThat(empty.calls.last().url()).isEqualTo("http://elsewhere.test/nova/things")
    }

    @JvmRecord
    data class Thing(
        val id: String,
    )

    @JvmRecord
    data class Limits(
        val absolute: Map<String, Int>,
    )
}
