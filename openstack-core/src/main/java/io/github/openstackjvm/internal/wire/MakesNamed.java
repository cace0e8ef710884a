package io.github.openstackjvm.internal.wire;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stands on a request that makes the resource which its first argument names, unless there is one: only the status 201 says that
 * it is new. It cannot be marked with it, since one that was there would be, too. Other requests that make something are a POST
 * to the collection's own path, and need no annotation.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface MakesNamed {}
