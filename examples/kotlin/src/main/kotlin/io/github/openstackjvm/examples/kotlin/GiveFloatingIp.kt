package io.github.openstackjvm.examples.kotlin

import io.github.openstackjvm.Cloud
import io.github.openstackjvm.dsl.create
import io.github.openstackjvm.dsl.floatingIps
import io.github.openstackjvm.dsl.io
import io.github.openstackjvm.dsl.network
import io.github.openstackjvm.dsl.openstack
import io.github.openstackjvm.dsl.ports
import io.github.openstackjvm.network.FloatingIp

/** Makes a server reachable from outside: with a floating IP on its only port. */
suspend fun Cloud.giveFloatingIp(server: String): FloatingIp =
    io {
        val nic =
            network.ports
                .list()
                .device(server)
                .one()
        network.floatingIps.create {
            network("public")
            port(nic)
        }
    }

suspend fun main() {
    openstack { println(giveFloatingIp("web-1").floatingIpAddress()) }
}
