package io.github.openstackjvm.dsl

import io.github.openstackjvm.Cloud
import io.github.openstackjvm.OpenStack
import io.github.openstackjvm.compute.RebootType.HARD
import io.github.openstackjvm.compute.Server
import io.github.openstackjvm.compute.ServerStatus
import io.github.openstackjvm.network.SecurityGroupSpec
import io.github.openstackjvm.testkit.FakeCloud
import io.github.openstackjvm.transport.HttpBody
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Assumptions.assumeTrue
import org.junit.jupiter.api.Test
import java.time.Duration
import kotlin.time.Duration.Companion.minutes

/** What a deploy script does: on the fake cloud, and with `-Dlive=true` on the one that `OS_CLOUD_ADMIN` names. */
class DeployScenario {
    @Test
    fun `a server is made, listed, restarted and removed`() =
        runBlocking<Unit> {
            onACloud { cloud ->
                val made = mutableListOf<String>()
                val web =
                    cloud
                        .io {
                            compute.servers.create {
                                name("web-1")
                                flavor("m1.small")
                                image("ubuntu-24.04")
                                network("private")
                                securityGroup("web")
                            }
                        }.await(5.minutes)
                try {
                    assertThat(web.status()).isEqualTo(ServerStatus.ACTIVE)
                    assertThat(web.securityGroups()).extracting<String> { it.name() }.containsExactly("web")

                    val yesterday = requireNotNull(web.createdAt()).minus(Duration.ofDays(1))

                    fun report(server: Server) {
                        made += server.id()
                    }
                    cloud.compute.servers
                        .list()
                        .allProjects()
                        .changesSince(yesterday)
                        .asFlow()
                        .collect(::report)
                    assertThat(made).contains(web.id())

                    cloud.io { compute.servers.reboot(web, HARD) }.await()
                    assertThat(cloud.io { compute.servers.get(web) }.status()).isEqualTo(ServerStatus.ACTIVE)
                } finally {
                    cloud.io { compute.servers.delete(web) }.await()
                }
                assertThat(cloud.io { compute.servers.findOrNull(web.id()) }).isNull()
            }
        }

    /** With what the script expects to find: an image and a security group. */
    private suspend fun onACloud(script: suspend (Cloud) -> Unit) {
        val live = System.getProperty("live").toBoolean()
        val name = System.getenv("OS_CLOUD_ADMIN")
        assumeTrue(!live || name != null, "needs OS_CLOUD_ADMIN, which is not set")
        val fake = if (live) null else FakeCloud.start()
        val cloud = fake?.cloud("admin") ?: OpenStack.cloud(name)
        val glance = cloud.session.adapter("image")
        val image =
            glance
                .post("/images")
                .json(mapOf("name" to "ubuntu-24.04", "disk_format" to "raw", "container_format" to "bare"))
                .fetch<Map<String, Any>>()
                .getValue("id")
        val group = cloud.network.securityGroups.create(SecurityGroupSpec.named("web"))
        try {
            glance.put("/images/$image/file").body("application/octet-stream", HttpBody.of(ByteArray(1024))).send()
            script(cloud)
        } finally {
            cloud.network.securityGroups.delete(group)
            glance.delete("/images/$image").send()
            cloud.close()
            fake?.close()
        }
    }
}
