package io.github.openstackjvm.internal.wire;

import io.github.openstackjvm.error.OpenStackException;
import org.jspecify.annotations.Nullable;

/** Whoever will clean up what is made by way of one view of a cloud. Used by any number of threads. */
public interface Creations {

    /** What everything that is made bears, where it can. */
    Mark mark();

    /**
     * A request that makes something is about to be sent.
     *
     * @param where among which it will be
     * @param name null when it has none, or none is known
     * @throws io.github.openstackjvm.error.Closed when nothing may be made any more
     */
    Creation begin(Binding<?> where, @Nullable String name);

    /** This was found to be what a request has made that had failed so, and of which nobody knew. */
    void found(Binding<?> where, String id, @Nullable String name, OpenStackException lost);

    /** A request that makes something, under way until it is closed, whatever came of it. */
    interface Creation extends AutoCloseable {

        /** This was made. */
        void made(String id, @Nullable String name);

        /** Something may have been made, of which nobody knows the id. */
        void lost(OpenStackException how);

        @Override
        void close();
    }
}
