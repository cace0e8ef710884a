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
import io.github.openstackjvm.resource.Updates;

/** The segments of networks. For administrators. */
public final class Segments extends NamedCollection<Segment>
        implements Lists<Segment, Segments.Query>,
                Creates<SegmentSpec, Segment>,
                Updates<Segment, SegmentSpec.Update, Segment>,
                Deletes<Segment, Deleted> {

    @Wire(path = "/segments", one = "segment", nameFilter = "name", idFilter = "id")
    interface Api extends CrudApi<Segment> {}

    Segments(Binding<Api> binding) {
        super(binding);
    }

    /** Lists the segments. {@code GET /segments}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    @Override
    public SegmentSpec spec() {
        return new SegmentSpec();
    }

    /** Adds a segment to a network. {@code POST /segments}. */
    @Override
    public Segment create(SegmentSpec spec) {
        return make(spec);
    }

    @Override
    public SegmentSpec.Update changes() {
        return new SegmentSpec.Update();
    }

    /** Changes a segment. {@code PUT /segments/{id}}. */
    @Override
    public Segment update(Ref<Segment> ref, SegmentSpec.Update changes) {
        return change(ref, changes);
    }

    /**
     * Deletes a segment. {@code DELETE /segments/{id}}.
     *
     * @throws io.github.openstackjvm.error.Conflict when a subnet is on it
     */
    @Override
    public Deleted delete(Ref<Segment> ref) {
        return remove(ref);
    }

    /** A listing of them. */
    public static final class Query extends NetworkListing<Segment, Query> {
        Query(Question<Segment> question) {
            super(question, Query::new);
        }

        /** Of the network with this name or id. */
        public Query network(String nameOrId) {
            return ref("network_id", Network.class, nameOrId);
        }

        /** Of this network. */
        public Query network(Ref<Network> network) {
            return ref("network_id", Network.class, network);
        }

        /** Running on this. */
        public Query networkType(NetworkType type) {
            return with("network_type", type);
        }

        /** Running on this physical network. */
        public Query physicalNetwork(String name) {
            return with("physical_network", name);
        }

        /** With this number of their VLAN or tunnel. */
        public Query segmentationId(int number) {
            return with("segmentation_id", number);
        }
    }
}
