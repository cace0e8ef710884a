package io.github.openstackjvm.examples.kotlin

import io.github.openstackjvm.Cloud
import io.github.openstackjvm.compute.VolumeAttachment
import io.github.openstackjvm.dsl.await
import io.github.openstackjvm.dsl.blockstorage
import io.github.openstackjvm.dsl.compute
import io.github.openstackjvm.dsl.create
import io.github.openstackjvm.dsl.io
import io.github.openstackjvm.dsl.openstack
import io.github.openstackjvm.dsl.servers
import io.github.openstackjvm.dsl.volumes

/** Makes a volume and attaches it to a server. */
suspend fun Cloud.attachDisk(
    server: String,
    sizeGiB: Int,
): VolumeAttachment {
    val disk =
        io {
            blockstorage.volumes.create {
                name("$server-data")
                sizeGiB(sizeGiB)
            }
        }.await()
    return io {
        val owner = compute.servers.named(server)
        compute.servers.attachments(owner).create { volume(disk) }
    }.await()
}

suspend fun main() {
    openstack { println(attachDisk("web-1", 10).device()) }
}
