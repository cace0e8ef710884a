package io.github.openstackjvm.blockstorage;

import java.util.function.Function;

import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.VersionRange;

/**
 * A listing of what is on a backend; of which must be said.
 *
 * @param <T> what is on it
 * @param <Q> the listing itself
 */
public abstract class BackendListing<T, Q extends BackendListing<T, Q>> extends Listing<T, Q> {

    BackendListing(Question<T> question, Function<Question<T>, Q> like) {
        super(question, like);
    }

    /** On the backend of this host, such as {@code node@lvm#pool}. */
    public final Q host(String host) {
        return with("host", host);
    }

    /** On the backend of this cluster. */
    @Since("3.17")
    public final Q cluster(String cluster) {
        return with(VersionRange.since(3, 17), "cluster", cluster);
    }
}
