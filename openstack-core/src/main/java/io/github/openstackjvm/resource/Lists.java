package io.github.openstackjvm.resource;

/**
 * Can be listed.
 *
 * @param <T> the resource
 * @param <Q> the listing with its filters
 */
public interface Lists<T, Q extends Listing<T, Q>> {

    /** All that this scope may see. Nothing is sent until the listing is read. */
    Q list();
}
