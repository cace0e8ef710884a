package io.github.openstackjvm.dsl

import io.github.openstackjvm.Cloud
import io.github.openstackjvm.OpenStack
import io.github.openstackjvm.blockstorage.BlockStorageService
import io.github.openstackjvm.compute.ComputeService
import io.github.openstackjvm.config.CloudConfig
import io.github.openstackjvm.config.CloudConfigBuilder
import io.github.openstackjvm.image.ImageService
import io.github.openstackjvm.network.NetworkService
import io.github.openstackjvm.objectstore.ObjectStoreService
import io.github.openstackjvm.resilience.Health
import io.github.openstackjvm.session.Session
import kotlin.time.Duration
import kotlin.time.toJavaDuration

/**
 * Connects to the first cloud that is configured, as [OpenStack.connect] does, runs the block and closes the connection.
 * In a coroutine the block may suspend.
 *
 * @throws io.github.openstackjvm.error.ConfigInvalid when there is none, or several and nothing says which
 */
public inline fun <T> openstack(block: (@OpenStackDsl Cloud).() -> T): T = OpenStack.connect().use(block)

/**
 * Connects to the cloud of this name in clouds.yaml, runs the block and closes the connection. In a coroutine the block
 * may suspend.
 *
 * @throws io.github.openstackjvm.error.ConfigInvalid naming every problem at once
 */
public inline fun <T> openstack(
    cloud: String,
    block: (@OpenStackDsl Cloud).() -> T,
): T = OpenStack.cloud(cloud).use(block)

/** Connects to the cloud of this configuration, runs the block and closes the connection. The block may suspend, too. */
public inline fun <T> openstack(
    config: CloudConfig,
    block: (@OpenStackDsl Cloud).() -> T,
): T = OpenStack.connect(config).use(block)

/**
 * A configuration out of these values alone, without files and variables.
 *
 * @throws io.github.openstackjvm.error.ConfigInvalid naming every problem at once
 */
public fun cloudConfig(block: (@OpenStackDsl CloudConfigBuilder).() -> Unit): CloudConfig = CloudConfig.builder().apply(block).build()

/**
 * The same configuration, overlaid with these values.
 *
 * @throws io.github.openstackjvm.error.ConfigInvalid naming every problem at once
 */
public fun CloudConfig.copy(block: (@OpenStackDsl CloudConfigBuilder).() -> Unit): CloudConfig = toBuilder().apply(block).build()

/** The same cloud, each call of which ends within this time: all attempts, pauses, and what it asks of Identity. */
public fun Cloud.withTimeout(timeout: Duration): Cloud = withTimeout(timeout.toJavaDuration())

/** How it goes with this cloud, as far as this client has seen. Sends nothing. */
public val Cloud.health: Health get() = health()

/** The name of the cloud. */
public val Cloud.name: String get() = name()

/** The configuration it was made of. */
public val Cloud.config: CloudConfig get() = config()

/** Token, catalog, and requests of one's own to any service. */
public val Cloud.session: Session get() = session()

/** Compute (Nova). */
public val Cloud.compute: ComputeService get() = compute()

/** Network (Neutron). */
public val Cloud.network: NetworkService get() = network()

/** Image (Glance). */
public val Cloud.image: ImageService get() = image()

/** Block storage (Cinder). */
public val Cloud.blockstorage: BlockStorageService get() = blockstorage()

/** Object store (Swift). */
public val Cloud.objectstore: ObjectStoreService get() = objectstore()
