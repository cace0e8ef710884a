package io.github.openstackjvm.examples.kotlin

import io.github.openstackjvm.Cloud
import io.github.openstackjvm.dsl.create
import io.github.openstackjvm.dsl.findOrNull
import io.github.openstackjvm.dsl.io
import io.github.openstackjvm.dsl.network
import io.github.openstackjvm.dsl.openstack
import io.github.openstackjvm.dsl.securityGroupRules
import io.github.openstackjvm.dsl.securityGroups
import io.github.openstackjvm.network.Direction
import io.github.openstackjvm.network.SecurityGroup

/** Makes a security group that lets SSH in from one network. */
suspend fun Cloud.openSsh(
    name: String,
    cidr: String,
): SecurityGroup =
    io {
        val group = network.securityGroups.findOrNull(name) ?: network.securityGroups.create { name(name) }
        network.securityGroupRules.create {
            securityGroup(group)
            direction(Direction.INGRESS)
            tcp(22)
            remoteIpPrefix(cidr)
        }
        network.securityGroups.get(group)
    }

suspend fun main() {
    openstack { println(openSsh("ssh", "192.0.2.0/24")) }
}
