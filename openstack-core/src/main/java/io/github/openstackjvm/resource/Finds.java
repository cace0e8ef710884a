package io.github.openstackjvm.resource;

import java.util.Optional;

/**
 * Can be read by name or id.
 *
 * @param <T> the resource
 */
public interface Finds<T extends Resource<T>> extends Gets<T> {

    /**
     * The one with this id, or else with exactly this name; empty when there is none.
     *
     * @throws io.github.openstackjvm.error.Ambiguous when several have the name
     */
    Optional<T> find(String nameOrId);

    /**
     * The one with this id, or else with exactly this name.
     *
     * @throws io.github.openstackjvm.error.NotFound when there is none
     * @throws io.github.openstackjvm.error.Ambiguous when several have the name
     */
    T named(String nameOrId);
}
