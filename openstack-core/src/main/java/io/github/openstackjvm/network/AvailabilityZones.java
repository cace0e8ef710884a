package io.github.openstackjvm.network;

import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.ResourceCollection;

/** Where networks and routers are served. */
public final class AvailabilityZones extends ResourceCollection<AvailabilityZone>
        implements Lists<AvailabilityZone, AvailabilityZones.Query> {

    @Wire(path = "/availability_zones", one = "availability_zone", id = Wire.IdShape.ANY)
    interface Api extends CrudApi<AvailabilityZone> {}

    AvailabilityZones(Binding<Api> binding) {
        super(binding);
    }

    /** Lists the zones. {@code GET /availability_zones}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /** A listing of them. */
    public static final class Query extends Listing<AvailabilityZone, Query> {
        Query(Question<AvailabilityZone> question) {
            super(question, Query::new);
        }

        /** With exactly this name. */
        public Query name(String name) {
            return with("name", name);
        }

        /** Where this is served: {@code network} or {@code router}. */
        public Query resource(String resource) {
            return with("resource", resource);
        }

        /** {@code available} or {@code unavailable}. */
        public Query state(String state) {
            return with("state", state);
        }
    }
}
