package io.github.openstackjvm.blockstorage;

import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.NamedCollection;
import io.github.openstackjvm.resource.Question;

/** The snapshots of the project. */
public final class Snapshots extends NamedCollection<Snapshot> implements Lists<Snapshot, Snapshots.Query> {

    @Wire(path = "/snapshots", list = "/detail", one = "snapshot", max = "3.70")
    interface Api extends CrudApi<Snapshot> {}

    Snapshots(Binding<Api> binding) {
        super(binding);
    }

    /** Lists them. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /** A listing. */
    public static final class Query extends Listing<Snapshot, Query> {
        Query(Question<Snapshot> question) {
            super(question, Query::new);
        }
    }
}
