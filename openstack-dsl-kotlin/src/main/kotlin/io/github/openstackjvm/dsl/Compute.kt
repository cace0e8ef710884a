package io.github.openstackjvm.dsl

import io.github.openstackjvm.compute.ComputeService
import io.github.openstackjvm.compute.Flavors
import io.github.openstackjvm.compute.Keypairs
import io.github.openstackjvm.compute.ServerGroups
import io.github.openstackjvm.compute.Servers

/** The sizes of servers. */
public val ComputeService.flavors: Flavors get() = flavors()

/** The SSH keys that servers get at first boot. */
public val ComputeService.keypairs: Keypairs get() = keypairs()

/** Servers kept together or apart. */
public val ComputeService.serverGroups: ServerGroups get() = serverGroups()

/** Virtual machines, or real ones. */
public val ComputeService.servers: Servers get() = servers()
