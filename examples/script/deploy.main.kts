#!/usr/bin/env kotlin
// Deploys a small web tier. Without arguments on a fake cloud, to try it; with --cloud=NAME on that cloud of clouds.yaml.
@file:DependsOn("io.github.openstackjvm:openstack-dsl-kotlin:0.1.0-SNAPSHOT")
@file:DependsOn("io.github.openstackjvm:openstack-testkit:0.1.0-SNAPSHOT")
@file:DependsOn("org.slf4j:slf4j-nop:2.0.20")
@file:CompilerOptions("-jvm-target", "17")

import io.github.openstackjvm.Cloud
import io.github.openstackjvm.OpenStack
import io.github.openstackjvm.compute.Server
import io.github.openstackjvm.dsl.*
import io.github.openstackjvm.network.Direction
import io.github.openstackjvm.network.SecurityGroup
import io.github.openstackjvm.testkit.FakeCloud
import kotlin.time.Duration.Companion.minutes

fun Cloud.webGroup(): SecurityGroup =
    network.securityGroups.findOrNull("web")
        ?: network.securityGroups.create { name("web") }.also { group ->
            network.securityGroupRules.create {
                securityGroup(group)
                direction(Direction.INGRESS)
                tcp(443)
            }
        }

fun Cloud.webServer(number: Int, group: SecurityGroup): Server =
    compute.servers
        .createOrAdopt("web-$number") {
            name("web-$number")
            flavor("m1.tiny")
            image("cirros")
            network("private")
            securityGroup(group)
        }.join(5.minutes)

fun Cloud.deploy() {
    val group = webGroup()
    for (number in 1..2) {
        val server = webServer(number, group)
        println("${server.name()} ${server.status()} ${server.allAddresses().joinToString { it.address() }}")
    }
}

val name = args.firstOrNull { it.startsWith("--cloud=") }?.removePrefix("--cloud=")
if (name == null) {
    FakeCloud.start().use { it.cloud().deploy() }
} else {
    openstack(name) { deploy() }
}
