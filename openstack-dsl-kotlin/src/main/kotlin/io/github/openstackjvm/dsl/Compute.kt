package io.github.openstackjvm.dsl

import io.github.openstackjvm.compute.Aggregates
import io.github.openstackjvm.compute.AssistedSnapshots
import io.github.openstackjvm.compute.AvailabilityZones
import io.github.openstackjvm.compute.ComputeHosts
import io.github.openstackjvm.compute.ComputeService
import io.github.openstackjvm.compute.ConsoleTokens
import io.github.openstackjvm.compute.Extensions
import io.github.openstackjvm.compute.ExternalEvents
import io.github.openstackjvm.compute.Flavors
import io.github.openstackjvm.compute.HostServices
import io.github.openstackjvm.compute.Hypervisors
import io.github.openstackjvm.compute.Keypairs
import io.github.openstackjvm.compute.Limits
import io.github.openstackjvm.compute.Migrations
import io.github.openstackjvm.compute.ProjectUsages
import io.github.openstackjvm.compute.QuotaClasses
import io.github.openstackjvm.compute.Quotas
import io.github.openstackjvm.compute.ServerGroups
import io.github.openstackjvm.compute.Servers
import io.github.openstackjvm.compute.UsageAuditLogs

/** The sizes of servers. */
public val ComputeService.flavors: Flavors get() = flavors()

/** The SSH keys that servers get at first boot. */
public val ComputeService.keypairs: Keypairs get() = keypairs()

/** Servers kept together or apart. */
public val ComputeService.serverGroups: ServerGroups get() = serverGroups()

/** Virtual machines, or real ones. */
public val ComputeService.servers: Servers get() = servers()

/** The availability zones for servers. */
public val ComputeService.availabilityZones: AvailabilityZones get() = availabilityZones()

/** What a project may have, and has. */
public val ComputeService.limits: Limits get() = limits()

/** How much projects may have. */
public val ComputeService.quotas: Quotas get() = quotas()

/** How much all projects may have unless something else was set for one. */
public val ComputeService.quotaClasses: QuotaClasses get() = quotaClasses()

/** What the servers of projects have used in a period. */
public val ComputeService.usage: ProjectUsages get() = usage()

/** What runs servers. */
public val ComputeService.hypervisors: Hypervisors get() = hypervisors()

/** Hosts that have something in common. */
public val ComputeService.aggregates: Aggregates get() = aggregates()

/** The services of Nova on their hosts. */
public val ComputeService.services: HostServices get() = services()

/** Hosts, as Nova had them until 2.42. */
public val ComputeService.hosts: ComputeHosts get() = hosts()

/** Moves of servers to other hosts and sizes. */
public val ComputeService.migrations: Migrations get() = migrations()

/** The tokens in the addresses of consoles. */
public val ComputeService.consoleTokens: ConsoleTokens get() = consoleTokens()

/** Tells Nova what happened to servers elsewhere. */
public val ComputeService.externalEvents: ExternalEvents get() = externalEvents()

/** Snapshots of attached volumes that Nova takes for Cinder. */
public val ComputeService.assistedSnapshots: AssistedSnapshots get() = assistedSnapshots()

/** How far the hosts are with their reports of which servers existed. */
public val ComputeService.usageAuditLogs: UsageAuditLogs get() = usageAuditLogs()

/** The parts of the API, from the time before microversions. */
public val ComputeService.extensions: Extensions get() = extensions()
