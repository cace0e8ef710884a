package io.github.openstackjvm.dsl

import io.github.openstackjvm.resource.Pending
import kotlinx.coroutines.future.await
import kotlin.time.Duration
import kotlin.time.toJavaDuration

/**
 * Suspends until the cloud has carried out the order, at most as long as the policy says. Cancelling the coroutine ends
 * the waiting, not the cloud.
 *
 * @throws io.github.openstackjvm.error.ResourceFailed when it failed, with the cloud's words
 * @throws io.github.openstackjvm.error.WaitTimeout when the deadline passes first, with the last state that was seen
 */
public suspend fun <T : Any> Pending<T>.await(): T = toFuture().await()

/** Suspends until the cloud has carried out the order, at most this long. */
public suspend fun <T : Any> Pending<T>.await(deadline: Duration): T = toFuture(deadline.toJavaDuration()).await()

/** Waits until the cloud has carried out the order, at most this long. Blocks the thread. */
public fun <T : Any> Pending<T>.join(deadline: Duration): T = join(deadline.toJavaDuration())

/**
 * Suspends until the cloud has carried out all orders, at most as long as the policy says.
 *
 * @throws io.github.openstackjvm.error.ResourceFailed at the end, naming all that failed
 * @throws io.github.openstackjvm.error.WaitTimeout at the deadline, naming all that still went on
 */
public suspend fun <T : Any> Pending.All<T>.await(): List<T> = toFuture().await()

/** Suspends until the cloud has carried out all orders, at most this long. */
public suspend fun <T : Any> Pending.All<T>.await(deadline: Duration): List<T> = toFuture(deadline.toJavaDuration()).await()

/** Waits until the cloud has carried out all orders, at most this long. Blocks the thread. */
public fun <T : Any> Pending.All<T>.join(deadline: Duration): List<T> = join(deadline.toJavaDuration())
