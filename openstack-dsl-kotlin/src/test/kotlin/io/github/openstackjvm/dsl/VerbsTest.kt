package io.github.openstackjvm.dsl

import io.github.openstackjvm.dsl.PretendCloud.Companion.text
import io.github.openstackjvm.error.InvalidSpec
import io.github.openstackjvm.resource.Ref
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.Test

class VerbsTest {
    private val pretend =
        PretendCloud { call ->
            when (call.method) {
                "POST" -> json("""{"keypair": {"name": "ci", "fingerprint": "aa:bb"}}""")
                "PUT" -> json("""{"security_group": {"id": "g1", "name": "web", "description": "for the web"}}""")
                else -> json("""{"security_groups": []}""")
            }
        }
    private val cloud = pretend.connect()

    @Test
    fun `create sends what the block says`() {
        val keypair =
            cloud.compute.keypairs.create {
                name("ci")
                publicKey("ssh-ed25519 AAAA")
                this["vendor:colour"] = "red"
            }

        assertThat(keypair.name).isEqualTo("ci")
        assertThat(pretend.calls.single().url).isEqualTo("http://compute.test/v2.1/os-keypairs")
        assertThat(pretend.calls.single().text())
            .isEqualTo("""{"keypair":{"name":"ci","public_key":"ssh-ed25519 AAAA","vendor:colour":"red"}}""")
    }

    @Test
    fun `an incomplete block sends nothing`() {
        assertThatThrownBy { cloud.compute.keypairs.create { publicKey("ssh-ed25519 AAAA") } }
            .isInstanceOf(InvalidSpec::class.java)
        assertThat(pretend.calls).isEmpty()
    }

    @Test
    fun `update by id and by reference sends what the block touches`() {
        val groups = cloud.network.securityGroups

        val changed = groups.update("g1") { description("for the web") }
        groups.update(Ref.id("g1")) { name("web") }

        assertThat(changed.description).isEqualTo("for the web")
        assertThat(pretend.calls.map { it.url }.distinct())
            .containsExactly("http://network.test/v2.0/security-groups/g1")
        assertThat(pretend.calls.map { it.text() }).containsExactly(
            """{"security_group":{"description":"for the web"}}""",
            """{"security_group":{"name":"web"}}""",
        )
    }

    @Test
    fun `what is asked for with a key is looked for first`() {
        val network =
            PretendCloud { call ->
                when (call.method) {
                    "POST" -> json("""{"network": {"id": "n1", "name": "lan"}}""")
                    else -> json("""{"networks": []}""")
                }
            }

        val lan =
            network
                .connect()
                .network.networks
                .createOrAdopt("order-66") { name("lan") }

        assertThat(lan.name).isEqualTo("lan")
        assertThat(network.calls.map { it.method }).containsExactly("GET", "POST")
        assertThat(network.calls.first().url).contains("description=idempotency-key%3Dorder-66")
        assertThat(network.calls.last().text())
            .isEqualTo("""{"network":{"name":"lan","description":"idempotency-key=order-66"}}""")
    }

    @Test
    fun `what is not there is null`() {
        assertThat(cloud.network.securityGroups.findOrNull("web")).isNull()
        assertThat(
            cloud.network.securityGroups
                .list()
                .firstOrNull(),
        ).isNull()
        assertThat(pretend.calls.last().url).contains("limit=1")
    }
}
