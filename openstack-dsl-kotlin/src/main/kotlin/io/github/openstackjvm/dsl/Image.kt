package io.github.openstackjvm.dsl

import io.github.openstackjvm.image.ImageService
import io.github.openstackjvm.image.Images

/** What servers and volumes are made from. */
public val ImageService.images: Images get() = images()
