package io.github.openstackjvm.network;

import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.NamedCollection;
import io.github.openstackjvm.resource.Question;

/** The ports of the project. */
public final class Ports extends NamedCollection<Port> implements Lists<Port, Ports.Query> {

    @Wire(path = "/ports", one = "port", nameFilter = "name", idFilter = "id")
    interface Api extends CrudApi<Port> {}

    Ports(Binding<Api> binding) {
        super(binding);
    }

    /** Lists them. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /** A listing. */
    public static final class Query extends NetworkListing<Port, Query> {
        Query(Question<Port> question) {
            super(question, Query::new);
        }
    }
}
