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
    throttle: ResiliencePolicy.Throttle = this.throttle,
    waiting: ResiliencePolicy.Waiting = this.waiting,
    refusalMemory: Duration = this.refusalMemory.toKotlinDuration(),
): ResiliencePolicy =
    ResiliencePolicy(limits, deadline.toJavaDuration(), retries, breaker, throttle, waiting, refusalMemory.toJavaDuration())

/** The same repetitions but for these. */
public fun ResiliencePolicy.Retries.copy(
    afterFailure: ResiliencePolicy.Backoff = this.afterFailure,
    afterStatus: ResiliencePolicy.Backoff = this.afterStatus,
    statuses: Set<Int> = this.statuses,
    longestRetryAfter: Duration = this.longestRetryAfter.toKotlinDuration(),
    budget: Double = this.budget,
): ResiliencePolicy.Retries = ResiliencePolicy.Retries(afterFailure, afterStatus, statuses, longestRetryAfter.toJavaDuration(), budget)

/** The same number and pauses but for these. */
public fun ResiliencePolicy.Backoff.copy(
    retries: Int = this.retries,
    firstPause: Duration = this.firstPause.toKotlinDuration(),
    longestPause: Duration = this.longestPause.toKotlinDuration(),
    random: Boolean = this.random,
): ResiliencePolicy.Backoff = ResiliencePolicy.Backoff(retries, firstPause.toJavaDuration(), longestPause.toJavaDuration(), random)

/** The same throttle but for these. */
public fun ResiliencePolicy.Throttle.copy(
    rate: Double = this.rate,
    concurrency: Int = this.concurrency,
    patience: Duration = this.patience.toKotlinDuration(),
): ResiliencePolicy.Throttle = ResiliencePolicy.Throttle(rate, concurrency, patience.toJavaDuration())

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
