package io.github.openstackjvm.resource;

import org.jspecify.annotations.Nullable;

/**
 * One thing in the cloud, as the cloud described it at one moment: plain data without a connection. Passing it to a verb
 * means its id.
 *
 * @param <T> the resource itself
 */
public non-sealed interface Resource<T extends Resource<T>> extends Ref<T> {

    /** What its collection's {@code get} takes. */
    String id();

    /** Its name; null for resources that have none. */
    default @Nullable String name() {
        return null;
    }
}
