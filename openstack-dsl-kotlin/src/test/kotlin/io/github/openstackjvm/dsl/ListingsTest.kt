package io.github.openstackjvm.dsl

import io.github.openstackjvm.error.NotFound
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.runInterruptible
import kotlinx.coroutines.withTimeoutOrNull
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import java.util.concurrent.CopyOnWriteArrayList
import kotlin.time.Duration.Companion.seconds

class ListingsTest {
    private val threads = CopyOnWriteArrayList<Thread>()
    private val pretend =
        PretendCloud { call ->
            threads += Thread.currentThread()
            when {
                call.url.contains("minRam") -> block()
                call.url.contains("minDisk") -> json("""{"itemNotFound": {"code": 404, "message": "no"}}""", 404)
                call.url.contains("marker=b") -> json(page("c", "d"))
                else -> json(page("a", "b", next = "http://compute.test/v2.1/flavors/detail?marker=b"))
            }
        }
    private val flavors = pretend.connect().compute.flavors

    private fun page(
        vararg ids: String,
        next: String? = null,
    ): String {
        val items = ids.joinToString { """{"id": "$it", "name": "$it", "vcpus": 1, "ram": 1, "disk": 1}""" }
        val links = next?.let { """, "flavors_links": [{"rel": "next", "href": "$it"}]""" }.orEmpty()
        return """{"flavors": [$items]$links}"""
    }

    @Test
    fun `a flow brings all pages, and nothing is requested before it is collected`() =
        runBlocking<Unit> {
            val flow = flavors.list().asFlow()
            assertThat(pretend.calls).isEmpty()

            assertThat(flow.map { it.id }.toList()).containsExactly("a", "b", "c", "d")
            assertThat(flow.map { it.id }.toList()).containsExactly("a", "b", "c", "d")
            assertThat(pretend.calls).hasSize(4)
        }

    @Test
    fun `taking what the first page holds fetches one page`() =
        runBlocking<Unit> {
            assertThat(
                flavors
                    .list()
                    .asFlow()
                    .first()
                    .id,
            ).isEqualTo("a")
            assertThat(pretend.calls).hasSize(1)

            assertThat(
                flavors
                    .list()
                    .asFlow()
                    .take(2)
                    .toList(),
            ).hasSize(2)
            assertThat(pretend.calls).hasSize(2)
        }

    @Test
    fun `a page is requested when the one before has been taken`() =
        runBlocking<Unit> {
            val requested = mutableListOf<Int>()

            flavors.list().asFlow().collect { requested += pretend.calls.size }

            assertThat(requested).containsExactly(1, 1, 2, 2)
        }

    @Test
    fun `pages come one by one`() =
        runBlocking<Unit> {
            val pages = flavors.list().pagesAsFlow()

            assertThat(pages.map { page -> page.items.map { it.id } }.toList())
                .containsExactly(listOf("a", "b"), listOf("c", "d"))
        }

    @Test
    fun `requests leave the collector's thread alone`() =
        runBlocking<Unit> {
            flavors.list().asFlow().collect { assertThat(threads).doesNotContain(Thread.currentThread()) }

            assertThat(threads).hasSize(2)
        }

    @Test
    fun `a refusal arrives as it is`() {
        assertThrows<NotFound> {
            runBlocking {
                flavors
                    .list()
                    .minDiskGiB(1)
                    .asFlow()
                    .toList()
            }
        }
    }

    @Test
    fun `cancelling the collector ends the request and is no failure`() =
        runBlocking<Unit> {
            val collecting =
                async {
                    flavors
                        .list()
                        .minRamMiB(1)
                        .asFlow()
                        .toList()
                }
            runInterruptible(Dispatchers.IO) { pretend.blocked.await() }

            collecting.cancel()

            assertThrows<CancellationException> { collecting.await() }
            assertThat(pretend.sawInterrupt()).isTrue()
        }

    @Test
    fun `a time limit of coroutines ends the request`() =
        runBlocking<Unit> {
            val listing = flavors.list()
            listing.toList() // logged in, so that only the request itself takes time

            val found = withTimeoutOrNull(2.seconds) { listing.minRamMiB(1).asFlow().toList() }

            assertThat(found).isNull()
            assertThat(pretend.sawInterrupt()).isTrue()
        }
}
