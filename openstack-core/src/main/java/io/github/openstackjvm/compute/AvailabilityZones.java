package io.github.openstackjvm.compute;

import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.ResourceCollection;

import static io.github.openstackjvm.internal.wire.Wire.IdShape.ANY;
import static io.github.openstackjvm.internal.wire.Wire.Sorting.NONE;

/** The availability zones for servers. */
public final class AvailabilityZones extends ResourceCollection<AvailabilityZone>
        implements Lists<AvailabilityZone, AvailabilityZones.Query> {

    @Wire(
            path = "/os-availability-zone",
            one = "availabilityZoneInfo",
            many = "availabilityZoneInfo",
            id = ANY,
            paging = Wire.Paging.NONE,
            sorting = NONE,
            max = "2.1")
    interface Api extends CrudApi<AvailabilityZone> {}

    @Wire(
            path = "/os-availability-zone/detail",
            one = "availabilityZoneInfo",
            many = "availabilityZoneInfo",
            id = ANY,
            paging = Wire.Paging.NONE,
            sorting = NONE,
            max = "2.1")
    interface DetailApi extends CrudApi<AvailabilityZone> {}

    private final Binding<?> binding;

    AvailabilityZones(Binding<? extends CrudApi<AvailabilityZone>> binding) {
        super(binding);
        this.binding = binding;
    }

    /** Lists the zones without their hosts. {@code GET /os-availability-zone}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /**
     * Lists the zones with their hosts and the services on them, and the zone of Nova's own services, which takes no servers.
     * {@code GET /os-availability-zone/detail}; for administrators.
     */
    public Query details() {
        return new AvailabilityZones(binding.below("", DetailApi.class)).list();
    }

    /** A listing of availability zones. */
    public static final class Query extends Listing<AvailabilityZone, Query> {
        Query(Question<AvailabilityZone> question) {
            super(question, Query::new);
        }
    }
}
