package io.github.openstackjvm.network;

import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Creates;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Deletes;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.NamedCollection;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;

/** What traffic is counted under. For administrators. */
public final class MeteringLabels extends NamedCollection<MeteringLabel>
        implements Lists<MeteringLabel, MeteringLabels.Query>,
                Creates<MeteringLabelSpec, MeteringLabel>,
                Deletes<MeteringLabel, Deleted> {

    @Wire(path = "/metering/metering-labels", one = "metering_label", nameFilter = "name", idFilter = "id")
    interface Api extends CrudApi<MeteringLabel> {}

    MeteringLabels(Binding<Api> binding) {
        super(binding);
    }

    /** Lists the labels. {@code GET /metering/metering-labels}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    @Override
    public MeteringLabelSpec spec() {
        return new MeteringLabelSpec();
    }

    /** Creates a label, that counts nothing yet. {@code POST /metering/metering-labels}. */
    @Override
    public MeteringLabel create(MeteringLabelSpec spec) {
        return make(spec);
    }

    /** Deletes a label with its rules. {@code DELETE /metering/metering-labels/{id}}. */
    @Override
    public Deleted delete(Ref<MeteringLabel> ref) {
        return remove(ref);
    }

    /** A listing of them. */
    public static final class Query extends NetworkListing<MeteringLabel, Query> {
        Query(Question<MeteringLabel> question) {
            super(question, Query::new);
        }

        /** Those that count for all projects, or the others. */
        public Query shared(boolean shared) {
            return with("shared", shared);
        }
    }
}
