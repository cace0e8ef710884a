package io.github.openstackjvm.internal.wire;

import io.github.openstackjvm.session.Microversion;

/** Makes the requests of a collection ready to be sent to one service of one cloud. */
public interface ApiBinder {

    /** Binds the requests that this interface declares; cheap from the second time on. */
    <A> Binding<A> bind(Class<A> api);

    /**
     * Another address of the same service, where the last segment of its own is this one: the account of another project in
     * an object store.
     */
    ApiBinder beside(String segment);

    /** The same service with exactly this microversion on every call. */
    ApiBinder at(Microversion pin);
}
