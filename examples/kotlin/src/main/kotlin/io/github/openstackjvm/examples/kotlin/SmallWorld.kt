package io.github.openstackjvm.examples.kotlin

import io.github.openstackjvm.Cloud
import io.github.openstackjvm.compute.BootVolume
import io.github.openstackjvm.compute.Server
import io.github.openstackjvm.dsl.cleanupScope
import io.github.openstackjvm.dsl.compute
import io.github.openstackjvm.dsl.containers
import io.github.openstackjvm.dsl.create
import io.github.openstackjvm.dsl.floatingIps
import io.github.openstackjvm.dsl.join
import io.github.openstackjvm.dsl.keypairs
import io.github.openstackjvm.dsl.network
import io.github.openstackjvm.dsl.networks
import io.github.openstackjvm.dsl.objectstore
import io.github.openstackjvm.dsl.openstack
import io.github.openstackjvm.dsl.ports
import io.github.openstackjvm.dsl.routers
import io.github.openstackjvm.dsl.securityGroupRules
import io.github.openstackjvm.dsl.securityGroups
import io.github.openstackjvm.dsl.servers
import io.github.openstackjvm.dsl.subnets
import io.github.openstackjvm.network.Direction
import io.github.openstackjvm.transfer.Content
import kotlin.time.Duration.Companion.minutes

/** What the quickstart does: builds a small world, lets the block look at it, and takes it down again, whatever happens. */
fun <T> Cloud.smallWorld(
    name: String,
    look: Cloud.(Server) -> T,
): T =
    cleanupScope(tag = name, always = true) {
        compute.keypairs.create { name(name) }
        val lan = network.networks.create { name(name) }
        val subnet =
            network.subnets.create {
                network(lan)
                name(name)
                cidr("10.42.0.0/24")
                ipVersion(4)
            }
        val router =
            network.routers.create {
                name(name)
                externalGateway("public")
            }
        network.routers.addSubnet(router, subnet)
        val group = network.securityGroups.create { name(name) }
        network.securityGroupRules.create {
            securityGroup(group)
            direction(Direction.INGRESS)
            tcp(22)
        }
        val server =
            compute.servers
                .create {
                    name(name)
                    flavor("m1.nano")
                    boot(BootVolume.from("cirros").sizeGiB(1).deleteOnTermination())
                    network(lan)
                    securityGroup(group)
                    keypair(name)
                }.onProgress { println("$name is ${it.state()}") }
                .join(5.minutes)
        val nic =
            network.ports
                .list()
                .device(server)
                .one()
        network.floatingIps.create {
            network("public")
            port(nic)
        }
        objectstore.containers.create { name(name) }
        objectstore.objects(name).put("data/hello", Content.of("hello"))
        look(compute.servers.get(server))
    }

fun main() {
    openstack { smallWorld("small-world") { println(it) } }
}
