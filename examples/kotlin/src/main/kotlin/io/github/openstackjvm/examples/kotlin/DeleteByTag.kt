package io.github.openstackjvm.examples.kotlin

import io.github.openstackjvm.Cloud
import io.github.openstackjvm.dsl.await
import io.github.openstackjvm.dsl.compute
import io.github.openstackjvm.dsl.io
import io.github.openstackjvm.dsl.openstack
import io.github.openstackjvm.dsl.servers
import io.github.openstackjvm.resource.Pending

/** Deletes all servers with a tag, waits until the last of them is gone, and tells how many there were. */
suspend fun Cloud.deleteByTag(tag: String): Int {
    val orders =
        io {
            compute.servers
                .list()
                .tags(tag)
                .map { compute.servers.delete(it) }
        }
    return Pending.all(orders).await().size
}

suspend fun main() {
    openstack { println("${deleteByTag("worker")} servers are gone") }
}
