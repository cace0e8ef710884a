package io.github.openstackjvm.internal.wire;

import java.util.Optional;

import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.ResourceCollection;

/** What a collection may ask of the rest of the cloud: ids for what a caller gave in place of them, other collections. */
public interface Resolver {

    /**
     * The id. Costs a request only for a name.
     *
     * @throws io.github.openstackjvm.error.NotFound when nothing has the name
     * @throws io.github.openstackjvm.error.Ambiguous when several things have it
     */
    String id(Reference reference);

    /** The id of the project that the caller is in; empty when the scope is another. Asks for a token if there is none yet. */
    Optional<String> project();

    /** All resources of this kind, whichever service has them. */
    <T extends Resource<T>> ResourceCollection<T> collection(Class<T> type);
}
