package io.github.openstackjvm.blockstorage;

import java.util.Map;

import feign.RequestLine;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Keyed;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.Pending;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.ResourceCollection;
import io.github.openstackjvm.resource.Since;

import static io.github.openstackjvm.internal.wire.Wire.IdShape.ANY;
import static io.github.openstackjvm.internal.wire.Wire.Sorting.COMBINED;

/** The snapshots on backends that Cinder can take over, or has. For administrators. */
@Since("3.8")
public final class ManageableSnapshots extends ResourceCollection<ManageableSnapshot>
        implements Lists<ManageableSnapshot, ManageableSnapshots.Query> {

    @Wire(
            path = "/manageable_snapshots",
            list = "/detail",
            one = "snapshot",
            many = "manageable-snapshots",
            id = ANY,
            paging = Wire.Paging.OFFSET,
            sorting = COMBINED,
            min = "3.8",
            max = "3.71")
    interface Api extends CrudApi<ManageableSnapshot> {
        @Keyed(value = Keyed.ONE, request = Keyed.ONE)
        @RequestLine("POST")
        Map<String, Object> manage(Body one, Call call);
    }

    private final Binding<Api> binding;
    private final Judge<Snapshot> judge;

    ManageableSnapshots(Binding<Api> binding, Faults faults) {
        super(binding);
        this.binding = binding;
        this.judge = faults.judge(Snapshot::status);
    }

    /** Lists what is on a backend: of which host or cluster must be said. {@code GET /manageable_snapshots/detail}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /** Takes one over; awaited until it is available. {@code POST /manageable_snapshots}. */
    public Pending<Snapshot> manage(ManageSnapshotSpec spec) {
        Body body = bodyOf(spec);
        Call call = binding.call(body);
        return pending(
                Snapshot.class, accepted(binding.api().manage(body, call), call), judge.after(SnapshotStatus.CREATING));
    }

    /** A listing of snapshots on a backend. */
    public static final class Query extends BackendListing<ManageableSnapshot, Query> {
        Query(Question<ManageableSnapshot> question) {
            super(question, Query::new);
        }
    }
}
