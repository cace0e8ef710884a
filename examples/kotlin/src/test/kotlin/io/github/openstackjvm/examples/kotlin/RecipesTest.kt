package io.github.openstackjvm.examples.kotlin

import io.github.openstackjvm.Cloud
import io.github.openstackjvm.compute.ServerStatus
import io.github.openstackjvm.dsl.compute
import io.github.openstackjvm.dsl.containers
import io.github.openstackjvm.dsl.flavors
import io.github.openstackjvm.dsl.objectstore
import io.github.openstackjvm.dsl.servers
import io.github.openstackjvm.image.ImageStatus
import io.github.openstackjvm.testkit.FakeCloud
import io.github.openstackjvm.testkit.OpenStackTest
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path
import kotlin.io.path.readText
import kotlin.io.path.writeBytes
import kotlin.io.path.writeText

/** Every recipe does in the fake cloud what its first sentence says. */
@OpenStackTest
class RecipesTest {
    @TempDir
    lateinit var folder: Path

    @Test
    fun servers(
        fake: FakeCloud,
        cloud: Cloud,
    ) = runBlocking<Unit> {
        val web = cloud.bootServer("web-1")
        assertThat(web.status()).isEqualTo(ServerStatus.ACTIVE)
        assertThat(cloud.attachDisk("web-1", 10).device()).startsWith("/dev/")
        assertThat(cloud.bootFromVolume("db-1").volumesAttached()).hasSize(1)

        val address = cloud.giveFloatingIp("web-1").floatingIpAddress()
        assertThat(
            cloud.compute.servers
                .get(web)
                .floatingIp(),
        ).contains(address)

        cloud.compute.servers
            .tags(web)
            .add("worker")
        assertThat(cloud.deleteByTag("worker")).isEqualTo(1)
        assertThat(
            cloud.compute.servers
                .list()
                .map { it.name() },
        ).containsExactly("db-1")
    }

    @Test
    fun networks(
        fake: FakeCloud,
        cloud: Cloud,
    ) = runBlocking<Unit> {
        assertThat(cloud.privateNetwork("lan", "10.20.0.0/24").name()).isEqualTo("lan")
        assertThat(cloud.openSsh("ssh", "192.0.2.0/24").rules()).hasSize(3)
        fake.assertThat().securityGroup("ssh").exists()
    }

    @Test
    fun `images and objects`(cloud: Cloud) =
        runBlocking<Unit> {
            val disk = folder.resolve("disk.qcow2").apply { writeBytes(byteArrayOf(81, 70, 73, -5, 0, 0, 0, 3)) }
            assertThat(cloud.uploadImage("debian-13", disk).status()).isEqualTo(ImageStatus.ACTIVE)

            val dump = folder.resolve("dump.sql").apply { writeText("select 1;") }
            val copy = folder.resolve("dump.copy.sql")
            assertThat(cloud.storeFile("backups", dump, copy).bytes()).isEqualTo(9)
            assertThat(copy.readText()).isEqualTo("select 1;")
        }

    @Test
    fun `a small world comes and goes`(cloud: Cloud) {
        val address =
            cloud.smallWorld("small-world") { server ->
                assertThat(objectstore.objects("small-world").get("data/hello").bytes()).isEqualTo(5)
                server.floatingIp()
            }
        assertThat(address).isPresent()
        assertThat(cloud.compute.servers.list()).isEmpty()
        assertThat(cloud.objectstore.containers.list()).isEmpty()
    }

    @Test
    fun `the cloud as a whole`(cloud: Cloud) =
        runBlocking<Unit> {
            assertThat(cloud.largeFlavors().toList()).hasSameElementsAs(
                cloud.compute.flavors
                    .list()
                    .filter { it.ramMiB() >= 4096 },
            )
            assertThat(cloud.countEverything()).isEqualTo(2 + 1)
        }
}
