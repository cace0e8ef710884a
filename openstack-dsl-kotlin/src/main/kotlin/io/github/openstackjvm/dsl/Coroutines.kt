package io.github.openstackjvm.dsl

import io.github.openstackjvm.Cloud
import kotlinx.coroutines.future.await

/**
 * Runs blocking calls beside the coroutine, which suspends meanwhile: `cloud.io { compute.keypairs.list().toList() }`.
 *
 * They run where [Cloud.async] runs them: on virtual threads where there are any, or else a bounded pool, or the executor
 * of the configuration. Cancelling the coroutine, by `withTimeout`, too, ends the request under way. The coroutine does
 * not wait for that: what a writing request brought about by then is not known. The same holds for `await()` of
 * coroutines on each future of this library.
 */
public suspend fun <T> Cloud.io(block: (@OpenStackDsl Cloud).() -> T): T = async { Result(it.block()) }.await().value

/** A future of core has no null in it, a block may well end with one. */
private class Result<T>(
    val value: T,
)
