package io.github.openstackjvm.internal.wire;

import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.ResourceCollection;

/** Finds the id for what a caller gave in place of one, and the collections of other services. */
public interface Resolver {

    /**
     * The id. Costs a request only for a name.
     *
     * @throws io.github.openstackjvm.error.NotFound when nothing has the name
     * @throws io.github.openstackjvm.error.Ambiguous when several things have it
     */
    String id(Reference reference);

    /** All resources of this kind, whichever service has them. */
    <T extends Resource<T>> ResourceCollection<T> collection(Class<T> type);
}
