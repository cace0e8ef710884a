package io.github.openstackjvm.examples.kotlin

import io.github.openstackjvm.Cloud
import io.github.openstackjvm.dsl.image
import io.github.openstackjvm.dsl.images
import io.github.openstackjvm.dsl.io
import io.github.openstackjvm.dsl.openstack
import io.github.openstackjvm.image.DiskFormat
import io.github.openstackjvm.image.Image
import io.github.openstackjvm.image.ImageSpec
import java.nio.file.Path
import kotlin.io.path.Path

/** Makes an image of a file. What glance received is compared with what was sent. */
suspend fun Cloud.uploadImage(
    name: String,
    file: Path,
): Image =
    io {
        image.images.createFrom(
            ImageSpec
                .named(name)
                .bare(DiskFormat.QCOW2)
                .minDiskGiB(2)
                .property("os_distro", "debian"),
            file,
        )
    }

suspend fun main() {
    openstack { println(uploadImage("debian-13", Path("debian-13.qcow2")).status()) }
}
