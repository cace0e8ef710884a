package io.github.openstackjvm.internal.wire;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.openstackjvm.resource.Resource;

/**
 * Stands on a request that makes a resource of some kind although its path is not that of the kind: an image of a server, a copy
 * of a group. What is made so bears no mark. A POST to the collection's own path needs no annotation.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Makes {
    /** What it makes. */
    Class<? extends Resource<?>> value();

    /** The key of its id in the answer; see {@link Call#madeId}. */
    String id() default "id";
}
