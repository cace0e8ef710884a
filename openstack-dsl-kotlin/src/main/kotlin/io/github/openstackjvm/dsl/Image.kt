package io.github.openstackjvm.dsl

import io.github.openstackjvm.image.ImageCache
import io.github.openstackjvm.image.ImageService
import io.github.openstackjvm.image.ImageStores
import io.github.openstackjvm.image.ImageTasks
import io.github.openstackjvm.image.ImageUsages
import io.github.openstackjvm.image.Images
import io.github.openstackjvm.image.MetadefNamespaces
import io.github.openstackjvm.image.MetadefResourceTypes
import io.github.openstackjvm.image.Schemas

/** What servers and volumes are made from. */
public val ImageService.images: Images get() = images()

/** The places where the data of images are kept. */
public val ImageService.stores: ImageStores get() = stores()

/** What the service does in the background. */
public val ImageService.tasks: ImageTasks get() = tasks()

/** Copies of images at hand. */
public val ImageService.cache: ImageCache get() = cache()

/** How much of its quotas the project uses. */
public val ImageService.usages: ImageUsages get() = usages()

/** Definitions of metadata: what properties mean, and which values they take. */
public val ImageService.metadefNamespaces: MetadefNamespaces get() = metadefNamespaces()

/** The kinds of things that metadata are defined for. */
public val ImageService.metadefResourceTypes: MetadefResourceTypes get() = metadefResourceTypes()

/** What the service says its resources look like. */
public val ImageService.schemas: Schemas get() = schemas()
