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

/** The disks on backends that Cinder can take over, or has. For administrators. */
@Since("3.8")
public final class ManageableVolumes extends ResourceCollection<ManageableVolume>
        implements Lists<ManageableVolume, ManageableVolumes.Query> {

    @Wire(
            path = "/manageable_volumes",
            list = "/detail",
            one = "volume",
            many = "manageable-volumes",
            id = ANY,
            paging = Wire.Paging.OFFSET,
            sorting = COMBINED,
            min = "3.8",
            max = "3.71")
    interface Api extends CrudApi<ManageableVolume> {
        @Keyed(value = Keyed.ONE, request = Keyed.ONE)
        @RequestLine("POST")
        Map<String, Object> manage(Body one, Call call);
    }

    private final Binding<Api> binding;
    private final Judge<Volume> judge;

    ManageableVolumes(Binding<Api> binding, Faults faults) {
        super(binding);
        this.binding = binding;
        this.judge = faults.judge(Volume::status);
    }

    /** Lists what is on a backend: of which host or cluster must be said. {@code GET /manageable_volumes/detail}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /**
     * Takes one over; awaited until it is available. {@code POST /manageable_volumes}.
     *
     * @throws io.github.openstackjvm.error.Conflict when Cinder has it already
     */
    public Pending<Volume> manage(ManageVolumeSpec spec) {
        Body body = bodyOf(spec);
        Call call = binding.call(body);
        return pending(
                Volume.class, accepted(binding.api().manage(body, call), call), judge.after(VolumeStatus.CREATING));
    }

    /** A listing of disks on a backend. */
    public static final class Query extends BackendListing<ManageableVolume, Query> {
        Query(Question<ManageableVolume> question) {
            super(question, Query::new);
        }
    }
}
