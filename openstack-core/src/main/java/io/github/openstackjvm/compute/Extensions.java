package io.github.openstackjvm.compute;

import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.NamedCollection;
import io.github.openstackjvm.resource.Question;

import static io.github.openstackjvm.internal.wire.Wire.IdShape.ANY;
import static io.github.openstackjvm.internal.wire.Wire.Sorting.NONE;

/** The parts of the API, from the time before microversions. */
public final class Extensions extends NamedCollection<Extension> implements Lists<Extension, Extensions.Query> {

    @Wire(path = "/extensions", one = "extension", id = ANY, paging = Wire.Paging.NONE, sorting = NONE, max = "2.1")
    interface Api extends CrudApi<Extension> {}

    Extensions(Binding<Api> binding) {
        super(binding);
    }

    /** Lists the extensions. {@code GET /extensions}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /** A listing of extensions. */
    public static final class Query extends Listing<Extension, Query> {
        Query(Question<Extension> question) {
            super(question, Query::new);
        }
    }
}
