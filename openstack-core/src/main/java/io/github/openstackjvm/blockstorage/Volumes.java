package io.github.openstackjvm.blockstorage;

import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.NamedCollection;
import io.github.openstackjvm.resource.Question;

/** The volumes of the project. */
public final class Volumes extends NamedCollection<Volume> implements Lists<Volume, Volumes.Query> {

    @Wire(path = "/volumes", list = "/detail", one = "volume", max = "3.70")
    interface Api extends CrudApi<Volume> {}

    Volumes(Binding<Api> binding) {
        super(binding);
    }

    /** Lists them. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /** A listing. */
    public static final class Query extends Listing<Volume, Query> {
        Query(Question<Volume> question) {
            super(question, Query::new);
        }
    }
}
