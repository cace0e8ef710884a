package io.github.openstackjvm.dsl

import io.github.openstackjvm.resource.Adopts
import io.github.openstackjvm.resource.Creates
import io.github.openstackjvm.resource.Finds
import io.github.openstackjvm.resource.Ref
import io.github.openstackjvm.resource.Resource
import io.github.openstackjvm.resource.Spec
import io.github.openstackjvm.resource.Updates

/**
 * Creates one as the block describes it: `keypairs.create { name("ci"); publicKey("ssh-ed25519 …") }`.
 *
 * @throws io.github.openstackjvm.error.InvalidSpec when a required field is missing; nothing was sent
 * @throws io.github.openstackjvm.error.OutcomeUnknown when the answer was lost; it was not repeated
 */
public fun <S : Spec<S>, R : Any> Creates<S, R>.create(block: (@OpenStackDsl S).() -> Unit): R = create(spec().apply(block))

/**
 * Creates one with this key as the block describes it, or adopts the one that has the key already: see [Adopts].
 *
 * @throws io.github.openstackjvm.error.Ambiguous when several have the key
 * @throws io.github.openstackjvm.error.OutcomeUnknown when the answer was lost and nothing showed: ask again later
 */
public fun <S : Spec<S>, R : Any> Adopts<S, R>.createOrAdopt(
    key: String,
    block: (@OpenStackDsl S).() -> Unit,
): R = createOrAdopt(spec().apply(block), key)

/** Changes what the block touches, and nothing else: `securityGroups.update(web) { description("…") }`. */
public fun <T : Resource<T>, U : Spec<U>, R : Any> Updates<T, U, R>.update(
    ref: Ref<T>,
    block: (@OpenStackDsl U).() -> Unit,
): R = update(ref, changes().apply(block))

/** Changes what the block touches of the one with this id, and nothing else. */
public fun <T : Resource<T>, U : Spec<U>, R : Any> Updates<T, U, R>.update(
    id: String,
    block: (@OpenStackDsl U).() -> Unit,
): R = update(id, changes().apply(block))

/**
 * The one with this id, or else with exactly this name; null when there is none.
 *
 * @throws io.github.openstackjvm.error.Ambiguous when several have the name
 */
public fun <T : Resource<T>> Finds<T>.findOrNull(nameOrId: String): T? = find(nameOrId).orElse(null)
