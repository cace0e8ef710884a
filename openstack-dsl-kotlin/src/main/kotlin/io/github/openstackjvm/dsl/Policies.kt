package io.github.openstackjvm.dsl

import io.github.openstackjvm.resilience.ResiliencePolicy
import io.github.openstackjvm.session.RawRequest
import io.github.openstackjvm.transport.TimeLimits
import io.github.openstackjvm.transport.TransportOptions
import kotlin.time.Duration
import kotlin.time.toJavaDuration
import kotlin.time.toKotlinDuration

/** The same limits but for these: `TimeLimits.DEFAULT.copy(connect = 3.seconds)`. */
public fun TimeLimits.copy(
    connect: Duration = this.connect.toKotlinDuration(),
    response: Duration = this.response.toKotlinDuration(),
    idle: Duration = this.idle.toKotlinDuration(),
    total: Duration? = this.total?.toKotlinDuration(),
): TimeLimits = TimeLimits(connect.toJavaDuration(), response.toJavaDuration(), idle.toJavaDuration(), total?.toJavaDuration())

/** The same policy but for these: `ResiliencePolicy.DEFAULT.copy(deadline = 2.minutes)`. */
public fun ResiliencePolicy.copy(
    limits: TimeLimits = this.limits,
    deadline: Duration = this.deadline.toKotlinDuration(),
    retries: ResiliencePolicy.Retries = this.retries,
    breaker: ResiliencePolicy.Breaker = this.breaker,
    waiting: ResiliencePolicy.Waiting = this.waiting,
    refusalMemory: Duration = this.refusalMemory.toKotlinDuration(),
): ResiliencePolicy = ResiliencePolicy(limits, deadline.toJavaDuration(), retries, breaker, waiting, refusalMemory.toJavaDuration())

/** The same repetitions but for these. */
public fun ResiliencePolicy.Retries.copy(
    attempts: Int = this.attempts,
    firstPause: Duration = this.firstPause.toKotlinDuration(),
    longestPause: Duration = this.longestPause.toKotlinDuration(),
    longestRetryAfter: Duration = this.longestRetryAfter.toKotlinDuration(),
    budget: Double = this.budget,
): ResiliencePolicy.Retries =
    ResiliencePolicy.Retries(
        attempts,
        firstPause.toJavaDuration(),
        longestPause.toJavaDuration(),
        longestRetryAfter.toJavaDuration(),
        budget,
    )

/** The same breaker but for these. */
public fun ResiliencePolicy.Breaker.copy(
    enabled: Boolean = this.enabled,
    window: Int = this.window,
    failureRate: Int = this.failureRate,
    open: Duration = this.open.toKotlinDuration(),
): ResiliencePolicy.Breaker = ResiliencePolicy.Breaker(enabled, window, failureRate, open.toJavaDuration())

/** The same way of waiting but for these. */
public fun ResiliencePolicy.Waiting.copy(
    deadline: Duration = this.deadline.toKotlinDuration(),
    longDeadline: Duration = this.longDeadline.toKotlinDuration(),
    firstPoll: Duration = this.firstPoll.toKotlinDuration(),
    longestPoll: Duration = this.longestPoll.toKotlinDuration(),
): ResiliencePolicy.Waiting =
    ResiliencePolicy.Waiting(
        deadline.toJavaDuration(),
        longDeadline.toJavaDuration(),
        firstPoll.toJavaDuration(),
        longestPoll.toJavaDuration(),
    )

/** Limits the wait for a connection while all are in use. */
public fun TransportOptions.Builder.connectionWait(limit: Duration): TransportOptions.Builder = connectionWait(limit.toJavaDuration())

/** The whole call, repetitions included, ends within this time. */
public fun RawRequest.timeout(limit: Duration): RawRequest = timeout(limit.toJavaDuration())
