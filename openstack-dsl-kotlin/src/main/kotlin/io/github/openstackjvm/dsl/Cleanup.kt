package io.github.openstackjvm.dsl

import io.github.openstackjvm.CleanupReport
import io.github.openstackjvm.CleanupScope
import io.github.openstackjvm.Cloud
import io.github.openstackjvm.Sweep
import kotlin.time.Duration
import kotlin.time.toJavaDuration

/**
 * Runs the block on a cloud that deletes what was made by way of it when the block fails, or in any case if `always` says
 * so: see [CleanupScope]. The block may suspend, the deletion blocks the thread; `io { cleanupScope { } }` does both beside
 * the coroutine.
 *
 * @param tag by which `sweep` finds what a crash left behind; one that nobody else has unless it is given
 * @throws io.github.openstackjvm.error.CleanupIncomplete when the block went well and something that must go is left;
 *   when the block failed, its failure has this one suppressed
 */
public inline fun <T> Cloud.cleanupScope(
    tag: String? = null,
    always: Boolean = false,
    block: (@OpenStackDsl Cloud).(CleanupScope) -> T,
): T {
    val scope = if (tag == null) cleanupScope() else cleanupScope(tag)
    var failure: Throwable? = null
    try {
        return scope.cloud().block(scope)
    } catch (e: Throwable) {
        failure = e
        throw e
    } finally {
        // Here, since a `return` out of the block is no failure, and goes past its end.
        scope.end(failure, always)
    }
}

@PublishedApi
internal fun CleanupScope.end(
    failure: Throwable?,
    always: Boolean,
) {
    if (failure == null && !always) {
        keep()
    }
    try {
        close()
    } catch (e: RuntimeException) {
        failure?.addSuppressed(e) ?: throw e
    }
}

/** The same scope, which cleans up no longer than this. */
public fun CleanupScope.within(time: Duration): CleanupScope = within(time.toJavaDuration())

/** Deletes it, at most as long as this, and tells what became of it. */
public fun Sweep.remove(deadline: Duration): CleanupReport = remove(deadline.toJavaDuration())
