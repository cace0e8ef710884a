package io.github.openstackjvm.examples.kotlin

import io.github.openstackjvm.Cloud
import io.github.openstackjvm.compute.Server
import io.github.openstackjvm.dsl.await
import io.github.openstackjvm.dsl.compute
import io.github.openstackjvm.dsl.create
import io.github.openstackjvm.dsl.io
import io.github.openstackjvm.dsl.openstack
import io.github.openstackjvm.dsl.servers
import kotlin.time.Duration.Companion.minutes

/** Boots a server from an image and waits until it runs. */
suspend fun Cloud.bootServer(name: String): Server =
    io {
        compute.servers.create {
            name(name)
            flavor("m1.tiny")
            image("cirros")
            network("private")
        }
    }.onProgress { println("${it.elapsed().toSeconds()} s ${it.state()}") }.await(5.minutes)

suspend fun main() {
    openstack { println(bootServer("web-1").allAddresses()) }
}
