package io.github.openstackjvm.resource;

/**
 * Can be changed.
 *
 * @param <T> the resource
 * @param <U> the changes
 * @param <R> what comes back: the resource, or a {@link Pending} one
 */
public interface Updates<T extends Resource<T>, U extends Spec<U>, R> {

    /** No changes yet. */
    U changes();

    /** Changes what the changes touch, and nothing else. */
    R update(Ref<T> ref, U changes);

    /** Changes the one with this id. */
    default R update(String id, U changes) {
        return update(Ref.id(id), changes);
    }
}
