package io.github.openstackjvm.internal.wire;

import io.github.openstackjvm.error.OpenStackException;
import org.jspecify.annotations.Nullable;

/** Whoever will clean up what is made by way of one view of a cloud. Used by any number of threads. */
public interface Creations {

    /** What everything that is made bears, where it can. */
    Mark mark();

    /**
     * A request that makes something is about to be sent; {@link #end} follows.
     *
     * @throws io.github.openstackjvm.error.Closed when nothing may be made any more
     */
    void begin();

    /** The request is over, whatever came of it. */
    void end();

    /** This was made. */
    void made(Binding<?> where, String id, @Nullable String name);

    /** Something may have been made, of which nobody knows the id. */
    void lost(Binding<?> where, @Nullable String name, OpenStackException how);
}
