package io.github.openstackjvm.examples.kotlin

import io.github.openstackjvm.Cloud
import io.github.openstackjvm.dsl.blockstorage
import io.github.openstackjvm.dsl.compute
import io.github.openstackjvm.dsl.image
import io.github.openstackjvm.dsl.images
import io.github.openstackjvm.dsl.io
import io.github.openstackjvm.dsl.network
import io.github.openstackjvm.dsl.openstack
import io.github.openstackjvm.dsl.ports
import io.github.openstackjvm.dsl.servers
import io.github.openstackjvm.dsl.volumes
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.coroutineScope

/** Asks four services at the same time. Cancelling it ends all requests. */
suspend fun Cloud.countEverything(): Long =
    coroutineScope {
        awaitAll(
            async { io { compute.servers.list().count() } },
            async { io { blockstorage.volumes.list().count() } },
            async { io { network.ports.list().count() } },
            async { io { image.images.list().count() } },
        ).sum()
    }

suspend fun main() {
    openstack { println(countEverything()) }
}
