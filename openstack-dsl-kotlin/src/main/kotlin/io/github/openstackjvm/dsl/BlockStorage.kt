package io.github.openstackjvm.dsl

import io.github.openstackjvm.blockstorage.Attachments
import io.github.openstackjvm.blockstorage.AvailabilityZones
import io.github.openstackjvm.blockstorage.Backups
import io.github.openstackjvm.blockstorage.BlockStorageService
import io.github.openstackjvm.blockstorage.Capabilities
import io.github.openstackjvm.blockstorage.DefaultVolumeTypes
import io.github.openstackjvm.blockstorage.Extensions
import io.github.openstackjvm.blockstorage.GroupSnapshots
import io.github.openstackjvm.blockstorage.GroupTypes
import io.github.openstackjvm.blockstorage.HostServices
import io.github.openstackjvm.blockstorage.Limits
import io.github.openstackjvm.blockstorage.ManageableSnapshots
import io.github.openstackjvm.blockstorage.ManageableVolumes
import io.github.openstackjvm.blockstorage.Messages
import io.github.openstackjvm.blockstorage.QosPolicies
import io.github.openstackjvm.blockstorage.QuotaClasses
import io.github.openstackjvm.blockstorage.Quotas
import io.github.openstackjvm.blockstorage.ResourceFilterLists
import io.github.openstackjvm.blockstorage.Snapshots
import io.github.openstackjvm.blockstorage.StorageClusters
import io.github.openstackjvm.blockstorage.StorageHosts
import io.github.openstackjvm.blockstorage.StoragePools
import io.github.openstackjvm.blockstorage.VolumeGroups
import io.github.openstackjvm.blockstorage.VolumeTransfers
import io.github.openstackjvm.blockstorage.VolumeTypes
import io.github.openstackjvm.blockstorage.Volumes
import io.github.openstackjvm.blockstorage.Workers

/** Disks that outlive servers. */
public val BlockStorageService.volumes: Volumes get() = volumes()

/** Volumes as they were at one moment. */
public val BlockStorageService.snapshots: Snapshots get() = snapshots()

/** Copies of volumes in another store. */
public val BlockStorageService.backups: Backups get() = backups()

/** What kinds of storage there are. */
public val BlockStorageService.types: VolumeTypes get() = types()

/** Which type volumes have whose specification names none. */
public val BlockStorageService.defaultTypes: DefaultVolumeTypes get() = defaultTypes()

/** How fast volumes are: QoS specs. */
public val BlockStorageService.qosPolicies: QosPolicies get() = qosPolicies()

/** What the project may have, and has. */
public val BlockStorageService.limits: Limits get() = limits()

/** How much projects may have. */
public val BlockStorageService.quotas: Quotas get() = quotas()

/** How much projects may have by default. */
public val BlockStorageService.quotaClasses: QuotaClasses get() = quotaClasses()

/** Volumes that are offered to other projects. */
public val BlockStorageService.transfers: VolumeTransfers get() = transfers()

/** Who has which volume. */
public val BlockStorageService.attachments: Attachments get() = attachments()

/** Volumes that are snapshot and replicated together. */
public val BlockStorageService.groups: VolumeGroups get() = groups()

/** What kinds of groups there are. */
public val BlockStorageService.groupTypes: GroupTypes get() = groupTypes()

/** All volumes of a group as they were at one moment. */
public val BlockStorageService.groupSnapshots: GroupSnapshots get() = groupSnapshots()

/** What failed in the background. */
public val BlockStorageService.messages: Messages get() = messages()

/** Where volumes can be. */
public val BlockStorageService.availabilityZones: AvailabilityZones get() = availabilityZones()

/** The services of Cinder on their hosts. */
public val BlockStorageService.services: HostServices get() = services()

/** How much storage there is. */
public val BlockStorageService.pools: StoragePools get() = pools()

/** What storage backends can do. */
public val BlockStorageService.capabilities: Capabilities get() = capabilities()

/** How much projects have on which host. */
public val BlockStorageService.hosts: StorageHosts get() = hosts()

/** Hosts that share a backend. */
public val BlockStorageService.clusters: StorageClusters get() = clusters()

/** What services were doing when they went down. */
public val BlockStorageService.workers: Workers get() = workers()

/** Disks on backends that Cinder can take over. */
public val BlockStorageService.manageableVolumes: ManageableVolumes get() = manageableVolumes()

/** Snapshots on backends that Cinder can take over. */
public val BlockStorageService.manageableSnapshots: ManageableSnapshots get() = manageableSnapshots()

/** By what users may filter lists. */
public val BlockStorageService.resourceFilters: ResourceFilterLists get() = resourceFilters()

/** Parts of the API. */
public val BlockStorageService.extensions: Extensions get() = extensions()
