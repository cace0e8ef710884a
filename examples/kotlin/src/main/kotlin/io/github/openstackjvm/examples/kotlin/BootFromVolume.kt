package io.github.openstackjvm.examples.kotlin

import io.github.openstackjvm.Cloud
import io.github.openstackjvm.compute.BootVolume
import io.github.openstackjvm.compute.Server
import io.github.openstackjvm.dsl.await
import io.github.openstackjvm.dsl.compute
import io.github.openstackjvm.dsl.create
import io.github.openstackjvm.dsl.io
import io.github.openstackjvm.dsl.openstack
import io.github.openstackjvm.dsl.servers

/** Boots a server from a new volume, which goes when the server goes. */
suspend fun Cloud.bootFromVolume(name: String): Server =
    io {
        compute.servers.create {
            name(name)
            flavor("m1.small")
            boot(BootVolume.from("cirros").sizeGiB(1).deleteOnTermination())
            network("private")
        }
    }.await()

suspend fun main() {
    openstack { println(bootFromVolume("db-1").volumesAttached()) }
}
