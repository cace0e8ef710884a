package io.github.openstackjvm.resource;

/**
 * Can be deleted.
 *
 * @param <T> the resource
 * @param <R> what comes back: {@link Deleted}, or a {@link Pending} of it
 */
public interface Deletes<T extends Resource<T>, R> {

    /**
     * Deletes one.
     *
     * @throws io.github.openstackjvm.error.NotFound when there is none
     * @throws io.github.openstackjvm.error.Conflict when it is in use
     */
    R delete(Ref<T> ref);

    /** Deletes the one with this id. */
    default R delete(String id) {
        return delete(Ref.id(id));
    }
}
