package io.github.openstackjvm.examples.kotlin

import io.github.openstackjvm.Cloud
import io.github.openstackjvm.dsl.create
import io.github.openstackjvm.dsl.io
import io.github.openstackjvm.dsl.network
import io.github.openstackjvm.dsl.networks
import io.github.openstackjvm.dsl.openstack
import io.github.openstackjvm.dsl.routers
import io.github.openstackjvm.dsl.subnets
import io.github.openstackjvm.network.Network

/** Makes a network of one's own, with a router to the world. */
suspend fun Cloud.privateNetwork(
    name: String,
    cidr: String,
): Network =
    io {
        val lan = network.networks.create { name(name) }
        val subnet =
            network.subnets.create {
                name(name)
                network(lan)
                cidr(cidr)
                ipVersion(4)
                dnsNameservers("192.0.2.53")
            }
        val router =
            network.routers.create {
                name(name)
                externalGateway("public")
            }
        network.routers.addSubnet(router, subnet)
        lan
    }

suspend fun main() {
    openstack { println(privateNetwork("lan", "10.20.0.0/24").id()) }
}
