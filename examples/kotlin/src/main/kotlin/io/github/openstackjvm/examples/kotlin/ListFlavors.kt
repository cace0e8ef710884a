package io.github.openstackjvm.examples.kotlin

import io.github.openstackjvm.Cloud
import io.github.openstackjvm.compute.Flavor
import io.github.openstackjvm.dsl.asFlow
import io.github.openstackjvm.dsl.compute
import io.github.openstackjvm.dsl.flavors
import io.github.openstackjvm.dsl.openstack
import kotlinx.coroutines.flow.Flow

/** The flavors with at least 4 GiB of memory. */
fun Cloud.largeFlavors(): Flow<Flavor> =
    compute.flavors
        .list()
        .minRamMiB(4096)
        .asFlow()

suspend fun main() {
    openstack { largeFlavors().collect { println("${it.name()}: ${it.vcpus()} CPUs") } }
}
