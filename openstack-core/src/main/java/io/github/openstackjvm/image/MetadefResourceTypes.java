package io.github.openstackjvm.image;

import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.ResourceCollection;

import static io.github.openstackjvm.internal.wire.Wire.IdShape.NAME;
import static io.github.openstackjvm.internal.wire.Wire.Paging.NONE;

/** The kinds of things that namespaces are meant for. They come to be when a namespace is meant for them first, and stay. */
public final class MetadefResourceTypes extends ResourceCollection<MetadefResourceType>
        implements Lists<MetadefResourceType, MetadefResourceTypes.Query> {

    @Wire(
            path = "/metadefs/resource_types",
            many = "resource_types",
            id = NAME,
            paging = NONE,
            sorting = Wire.Sorting.NONE)
    interface Api extends CrudApi<MetadefResourceType> {}

    MetadefResourceTypes(Binding<Api> binding) {
        super(binding);
    }

    /** Lists them. {@code GET /metadefs/resource_types}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /** A listing of kinds of things. */
    public static final class Query extends Listing<MetadefResourceType, Query> {
        Query(Question<MetadefResourceType> question) {
            super(question, Query::new);
        }
    }
}
