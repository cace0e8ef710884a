package io.github.openstackjvm.blockstorage;

import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.ResourceCollection;

import static io.github.openstackjvm.internal.wire.Wire.IdShape.ANY;

/** The availability zones for volumes. */
public final class AvailabilityZones extends ResourceCollection<AvailabilityZone>
        implements Lists<AvailabilityZone, AvailabilityZones.Query> {

    @Wire(
            path = "/os-availability-zone",
            one = "availabilityZoneInfo",
            many = "availabilityZoneInfo",
            id = ANY,
            paging = Wire.Paging.NONE,
            sorting = Wire.Sorting.NONE,
            max = "3.71")
    interface Api extends CrudApi<AvailabilityZone> {}

    AvailabilityZones(Binding<Api> binding) {
        super(binding);
    }

    /** Lists the zones. {@code GET /os-availability-zone}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /** A listing of availability zones. */
    public static final class Query extends Listing<AvailabilityZone, Query> {
        Query(Question<AvailabilityZone> question) {
            super(question, Query::new);
        }
    }
}
