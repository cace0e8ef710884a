package io.github.openstackjvm.examples.kotlin

import io.github.openstackjvm.Cloud
import io.github.openstackjvm.dsl.containers
import io.github.openstackjvm.dsl.create
import io.github.openstackjvm.dsl.io
import io.github.openstackjvm.dsl.objectstore
import io.github.openstackjvm.dsl.openstack
import io.github.openstackjvm.objectstore.StoredObject
import java.nio.file.Path
import kotlin.io.path.Path

/** Stores a file and reads it back. A file over the limit goes up in segments, several at once. */
suspend fun Cloud.storeFile(
    container: String,
    file: Path,
    copy: Path,
): StoredObject =
    io {
        objectstore.containers.create { name(container) }
        val objects = objectstore.objects(container)
        objects.upload("today/dump.sql", file)
        objects.download("today/dump.sql").to(copy)
    }

suspend fun main() {
    openstack { println(storeFile("backups", Path("dump.sql"), Path("dump.copy.sql")).bytes()) }
}
