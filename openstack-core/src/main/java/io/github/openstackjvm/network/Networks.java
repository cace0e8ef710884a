package io.github.openstackjvm.network;

import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.NamedCollection;
import io.github.openstackjvm.resource.Question;

/** The networks that the project may use. */
public final class Networks extends NamedCollection<Network> implements Lists<Network, Networks.Query> {

    @Wire(path = "/networks", one = "network", nameFilter = "name", idFilter = "id")
    interface Api extends CrudApi<Network> {}

    Networks(Binding<Api> binding) {
        super(binding);
    }

    /** Lists them. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /** A listing. */
    public static final class Query extends NetworkListing<Network, Query> {
        Query(Question<Network> question) {
            super(question, Query::new);
        }
    }
}
