package io.github.openstackjvm.dsl

import io.github.openstackjvm.Cloud
import io.github.openstackjvm.OpenStack
import io.github.openstackjvm.config.CloudConfig
import io.github.openstackjvm.transport.HttpAnswer
import io.github.openstackjvm.transport.HttpCall
import io.github.openstackjvm.transport.HttpHeaders
import io.github.openstackjvm.transport.Transport
import io.github.openstackjvm.transport.TransportException
import java.net.URI
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit

/** A cloud in memory: logs everybody in, announces its versions, and leaves the rest to the test. */
class PretendCloud(
    private val answer: PretendCloud.(HttpCall) -> HttpAnswer,
) : Transport {
    /** Without log-in and version documents. */
    val calls = CopyOnWriteArrayList<HttpCall>()

    /** Open when [block] has begun, and when it saw its interrupt. */
    val blocked = CountDownLatch(1)
    private val interrupted = CountDownLatch(1)

    val config: CloudConfig =
        cloudConfig {
            name("pretend")
            authUrl("http://identity.test/v3")
            username("demo")
            password("not a secret")
            projectName("demo")
            transport(this@PretendCloud)
        }

    fun connect(): Cloud = OpenStack.connect(config)

    override fun exchange(call: HttpCall): HttpAnswer {
        val path = URI.create(call.url).path
        return when {
            path.endsWith("/auth/tokens") -> {
                json(TOKEN, 201, HttpHeaders.of("X-Subject-Token", "t0"))
            }

            path.count { it == '/' } <= 1 || path.endsWith("/v2.1/") || path.endsWith("/v2.0/") -> {
                json(if (call.url.contains("compute")) NOVA else NEUTRON)
            }

            else -> {
                calls += call
                answer(call)
            }
        }
    }

    override fun close() = Unit

    fun json(
        body: String,
        status: Int = 200,
        headers: HttpHeaders = HttpHeaders.EMPTY,
    ): HttpAnswer = HttpAnswer.buffered(status, headers.with("Content-Type", "application/json"), body.toByteArray())

    /** Answers never, and ends when the thread is interrupted, as transports must. */
    fun block(): Nothing {
        blocked.countDown()
        try {
            CountDownLatch(1).await()
        } catch (e: InterruptedException) {
            interrupted.countDown()
            Thread.currentThread().interrupt()
            throw TransportException(TransportException.Reason.INTERRUPTED, "interrupted", e)
        }
        error("nobody opens it")
    }

    fun sawInterrupt(): Boolean = interrupted.await(10, TimeUnit.SECONDS)

    companion object {
        fun HttpCall.text(): String = body()?.open()?.use { it.readBytes().decodeToString() }.orEmpty()

        private const val TOKEN =
            """{"token": {"expires_at": "2099-01-01T00:00:00Z", "user": {"id": "u1", "name": "demo"},
            "project": {"id": "p1", "name": "demo"}, "catalog": [
            {"type": "compute", "endpoints": [
              {"interface": "public", "region_id": "r1", "url": "http://compute.test/v2.1"}]},
            {"type": "network", "endpoints": [
              {"interface": "public", "region_id": "r1", "url": "http://network.test"}]}]}}"""
        private const val NOVA =
            """{"versions": [{"id": "v2.1", "status": "CURRENT", "min_version": "2.1", "version": "2.90",
            "links": [{"rel": "self", "href": "http://compute.test/v2.1/"}]}]}"""
        private const val NEUTRON =
            """{"versions": [{"id": "v2.0", "status": "CURRENT",
            "links": [{"rel": "self", "href": "http://network.test/v2.0/"}]}]}"""
    }
}
