package io.github.openstackjvm.dsl

import io.github.openstackjvm.session.RawRequest

/**
 * Sends it, and reads what stands under this key of the answer, or the whole answer, as this type:
 * `session.adapter("compute").get("/limits").fetch<Limits>("limits")`. What a generic type holds is not checked.
 *
 * @throws io.github.openstackjvm.error.OpenStackException when the service refuses, or its answer is not of that type
 */
public inline fun <reified T : Any> RawRequest.fetch(key: String = ""): T = fetch(T::class.java, key)
