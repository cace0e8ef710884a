package io.github.openstackjvm.resource;

/**
 * Can be read one at a time.
 *
 * @param <T> the resource
 */
public interface Gets<T extends Resource<T>> {

    /**
     * Reads one as it is now.
     *
     * @throws io.github.openstackjvm.error.NotFound when there is none
     */
    T get(Ref<T> ref);

    /** Reads the one with this id. */
    default T get(String id) {
        return get(Ref.id(id));
    }
}
