package io.github.openstackjvm.dsl

import io.github.openstackjvm.resilience.ResiliencePolicy
import io.github.openstackjvm.transport.TimeLimits
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import kotlin.time.Duration.Companion.minutes
import kotlin.time.Duration.Companion.seconds
import kotlin.time.toJavaDuration

class PoliciesTest {
    private val default = ResiliencePolicy.DEFAULT

    @Test
    fun `a copy without arguments is equal`() {
        assertThat(TimeLimits.DEFAULT.copy()).isEqualTo(TimeLimits.DEFAULT)
        assertThat(default.copy()).isEqualTo(default)
        assertThat(default.retries.copy()).isEqualTo(default.retries)
        assertThat(default.retries.afterStatus.copy()).isEqualTo(default.retries.afterStatus)
        assertThat(default.breaker.copy()).isEqualTo(default.breaker)
        assertThat(default.throttle.copy()).isEqualTo(default.throttle)
        assertThat(default.waiting.copy()).isEqualTo(default.waiting)
    }

    @Test
    fun `a copy differs in what is said`() {
        val limits = TimeLimits.DEFAULT.copy(connect = 3.seconds, total = null)
        assertThat(limits.connect).isEqualTo(3.seconds.toJavaDuration())
        assertThat(limits.response).isEqualTo(TimeLimits.DEFAULT.response)
        assertThat(limits.total).isNull()

        val policy = default.copy(deadline = 2.minutes, waiting = default.waiting.copy(firstPoll = 1.seconds))
        assertThat(policy.deadline).isEqualTo(2.minutes.toJavaDuration())
        assertThat(policy.refusalMemory).isEqualTo(default.refusalMemory)
        assertThat(policy.waiting.firstPoll).isEqualTo(1.seconds.toJavaDuration())
        assertThat(policy.waiting.longestPoll).isEqualTo(default.waiting.longestPoll)
    }

    @Test
    fun `a configuration is copied with what the block says`() {
        val first =
            cloudConfig {
                name("first")
                authUrl("http://identity.test/v3")
                username("demo")
                password("not a secret")
            }

        val second = first.copy { region("north") }

        assertThat(second.region()).contains("north")
        assertThat(second.authUrl()).contains("http://identity.test/v3")
        assertThat(first.region()).isEmpty()
    }
}
