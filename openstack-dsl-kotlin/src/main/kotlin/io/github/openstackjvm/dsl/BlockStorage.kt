package io.github.openstackjvm.dsl

import io.github.openstackjvm.blockstorage.BlockStorageService
import io.github.openstackjvm.blockstorage.Snapshots
import io.github.openstackjvm.blockstorage.Volumes

/** Disks that outlive servers. */
public val BlockStorageService.volumes: Volumes get() = volumes()

/** Volumes as they were at one moment. */
public val BlockStorageService.snapshots: Snapshots get() = snapshots()
