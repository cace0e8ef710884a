package io.github.openstackjvm.blockstorage;

import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.ResourceCollection;
import io.github.openstackjvm.resource.Since;

import static io.github.openstackjvm.internal.wire.Wire.IdShape.ANY;

/** By what users may filter the lists of Cinder: its operator decides that. */
@Since("3.33")
public final class ResourceFilterLists extends ResourceCollection<ResourceFilters>
        implements Lists<ResourceFilters, ResourceFilterLists.Query> {

    @Wire(
            path = "/resource_filters",
            one = "resource_filter",
            id = ANY,
            paging = Wire.Paging.NONE,
            sorting = Wire.Sorting.NONE,
            min = "3.33",
            max = "3.71")
    interface Api extends CrudApi<ResourceFilters> {}

    ResourceFilterLists(Binding<Api> binding) {
        super(binding);
    }

    /** Lists the filters of each list. {@code GET /resource_filters}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /** A listing of filters. */
    public static final class Query extends Listing<ResourceFilters, Query> {
        Query(Question<ResourceFilters> question) {
            super(question, Query::new);
        }

        /** Of lists of this, such as {@code volume}. */
        public Query resource(String resource) {
            return with("resource", resource);
        }
    }
}
