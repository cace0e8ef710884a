package io.github.openstackjvm.dsl

/**
 * Marks the receivers of this library's blocks: inside the block of a specification, neither an enclosing specification
 * nor the cloud answers by accident. What is meant can still be said, as `this@openstack.network`. Blocks of one's own
 * that nest with these should carry it, too.
 */
@DslMarker
@MustBeDocumented
@Target(AnnotationTarget.CLASS, AnnotationTarget.TYPE)
public annotation class OpenStackDsl
