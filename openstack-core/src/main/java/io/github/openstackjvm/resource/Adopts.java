package io.github.openstackjvm.resource;

/**
 * Can be created in a way that, asked for again, makes no second one.
 *
 * @param <S> what is asked for
 * @param <R> what comes back: the resource, or a {@link Pending} one
 */
public interface Adopts<S extends Spec<S>, R> extends Creates<S, R> {

    /**
     * Creates one with this key, unless there is one with it already, which is returned as it is, in whichever state,
     * whatever the specification says. When the answer to the creation is lost, it is looked for during half a minute, and
     * adopted if it shows.
     *
     * <p>Asked again with the same key after any failure, a crash of this program included, it makes no second one, with
     * two exceptions. Callers that ask <em>at the same time</em> cannot be kept apart: no service of OpenStack has a key of
     * its own for that, both may look before either creates, and then there are two; the next one to ask is told so. And a
     * request that is still on its way when it is asked for again may arrive later. So let one caller at a time use a key,
     * and take a new one, such as a UUID kept with the order, for each thing that is wanted.
     *
     * @param key 1 to 40 letters of ASCII, digits, and {@code . _ : -}; the cloud shows it with the resource
     * @throws io.github.openstackjvm.error.Ambiguous when several have the key
     * @throws io.github.openstackjvm.error.OutcomeUnknown when the answer was lost and nothing showed: ask again later
     * @throws io.github.openstackjvm.error.InvalidSpec when the key cannot be one, or the specification sets what it needs
     */
    R createOrAdopt(S spec, String key);
}
