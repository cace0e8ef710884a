package io.github.openstackjvm.blockstorage;

import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.ResourceCollection;

import static io.github.openstackjvm.internal.wire.Wire.IdShape.ANY;

/** The parts of the API that can be left out; in fact none is. */
public final class Extensions extends ResourceCollection<Extension> implements Lists<Extension, Extensions.Query> {

    @Wire(
            path = "/extensions",
            one = "extension",
            id = ANY,
            paging = Wire.Paging.NONE,
            sorting = Wire.Sorting.NONE,
            max = "3.71")
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
