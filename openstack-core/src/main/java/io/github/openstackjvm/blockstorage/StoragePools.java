package io.github.openstackjvm.blockstorage;

import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.ResourceCollection;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.VersionRange;

import static io.github.openstackjvm.internal.wire.Wire.IdShape.ANY;

/** The pools of storage that the scheduler knows. For administrators. */
public final class StoragePools extends ResourceCollection<StoragePool>
        implements Lists<StoragePool, StoragePools.Query> {

    @Wire(
            path = "/scheduler-stats",
            list = "/get_pools",
            one = "pool",
            id = ANY,
            paging = Wire.Paging.NONE,
            sorting = Wire.Sorting.NONE,
            max = "3.71")
    interface Api extends CrudApi<StoragePool> {}

    StoragePools(Binding<Api> binding) {
        super(binding);
    }

    /** Lists the pools by their names. {@code GET /scheduler-stats/get_pools}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /** A listing of pools. */
    public static final class Query extends Listing<StoragePool, Query> {
        Query(Question<StoragePool> question) {
            super(question, Query::new);
        }

        /** With what they can do and how much they have. */
        public Query detailed() {
            return with("detail", true);
        }

        /** Of this name. */
        @Since("3.28")
        public Query name(String name) {
            return with(VersionRange.since(3, 28), "name", name);
        }

        /** On which volumes of this type can be. */
        @Since("3.35")
        public Query volumeType(String name) {
            return with(VersionRange.since(3, 35), "volume_type", name);
        }
    }
}
