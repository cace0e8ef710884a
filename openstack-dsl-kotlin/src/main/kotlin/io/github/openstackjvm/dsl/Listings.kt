package io.github.openstackjvm.dsl

import io.github.openstackjvm.error.OpenStackException
import io.github.openstackjvm.resource.Listing
import io.github.openstackjvm.resource.Page
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.flow.transform
import kotlinx.coroutines.runInterruptible

/**
 * The resources one after the other. A page is requested when the collector has had all of the one before, so
 * `take(10)` does not list a whole cloud. See [pagesAsFlow] for threads and cancellation.
 */
public fun <T : Any> Listing<T, *>.asFlow(): Flow<T> = pagesAsFlow().transform { page -> page.items.forEach { emit(it) } }

/**
 * The pages, each requested when the collector asks for it. Cold: every collector asks the cloud afresh.
 *
 * Requests run on [Dispatchers.IO] whatever the collector's thread, since a listing knows its service but not the
 * executor of its cloud. Cancelling the collector ends the request under way.
 */
public fun <T : Any> Listing<T, *>.pagesAsFlow(): Flow<Page<T>> =
    flow {
        val pages = pages().iterator()
        while (pages.hasNext()) {
            emit(interruptible { pages.next() })
        }
    }

/** The first one; null when there is none. Asks for no more than one. */
public fun <T : Any> Listing<T, *>.firstOrNull(): T? = first().orElse(null)

private suspend fun <T> interruptible(request: () -> T): T =
    try {
        runInterruptible(Dispatchers.IO) { request() }
    } catch (e: OpenStackException) {
        // An interrupted request ends as Cancelled, which coroutines take for a failure and prefer to the cancellation.
        currentCoroutineContext().ensureActive()
        throw e
    }
