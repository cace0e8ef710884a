package io.github.openstackjvm.resource;

/**
 * Can be created.
 *
 * @param <S> what is asked for
 * @param <R> what comes back: the resource, or a {@link Pending} one
 */
public interface Creates<S extends Spec<S>, R> {

    /** An empty specification. */
    S spec();

    /**
     * Creates one. The specification is read once and may be used again.
     *
     * @throws io.github.openstackjvm.error.InvalidSpec when a required field is missing; nothing was sent
     * @throws io.github.openstackjvm.error.OutcomeUnknown when the answer was lost; it was not repeated
     */
    R create(S spec);
}
