package io.github.openstackjvm.network;

import java.util.List;

import feign.RequestLine;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Keyed;
import io.github.openstackjvm.internal.wire.TagsApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Adopts;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Deletes;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.NamedCollection;
import io.github.openstackjvm.resource.Page;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Tags;
import io.github.openstackjvm.resource.Updates;

/** The networks that the project may use: its own, those shared with it, and external ones. */
public final class Networks extends NamedCollection<Network>
        implements Lists<Network, Networks.Query>,
                Adopts<NetworkSpec, Network>,
                Updates<Network, NetworkSpec.Update, Network>,
                Deletes<Network, Deleted> {

    @Wire(path = "/networks", one = "network", nameFilter = "name", idFilter = "id", marks = Wire.Marks.DESCRIPTION)
    interface Api extends CrudApi<Network> {
        @Keyed(Keyed.MANY)
        @RequestLine("POST")
        Page<Network> createAll(Body networks, Call call);
    }

    @Wire(path = "/networks/{parent}/tags", many = "tags")
    interface NetworkTagsApi extends TagsApi {}

    private final Binding<Api> binding;

    Networks(Binding<Api> binding) {
        super(binding);
        this.binding = binding;
    }

    /** Lists the networks. {@code GET /networks}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    @Override
    public NetworkSpec spec() {
        return new NetworkSpec();
    }

    /**
     * Creates a network, without a subnet yet. {@code POST /networks}.
     *
     * @throws io.github.openstackjvm.error.QuotaExceeded when the project may have no more
     */
    @Override
    public Network create(NetworkSpec spec) {
        return make(spec);
    }

    /**
     * Creates a network with this key in its description, or adopts the one of the project that has it: see {@link Adopts}.
     * Neutron takes no tags with the request that creates, and what is tagged afterwards can be lost in between; so the
     * specification must not set a description, and one that is set later makes the network lose its key.
     * {@code GET /networks?description=}, {@code POST /networks}.
     *
     * @throws io.github.openstackjvm.error.Ambiguous when several have the key
     * @throws io.github.openstackjvm.error.OutcomeUnknown when the answer was lost and nothing showed: ask again later
     */
    @Override
    public Network createOrAdopt(NetworkSpec spec, String key) {
        return onceDescribed(spec, key);
    }

    /** Creates all of these networks, or none, in one request. {@code POST /networks}. */
    public List<Network> createAll(List<NetworkSpec> specs) {
        Body body = bodyOf(specs);
        return binding.api().createAll(body, binding.call(body)).items();
    }

    @Override
    public NetworkSpec.Update changes() {
        return new NetworkSpec.Update();
    }

    /**
     * Changes a network. {@code PUT /networks/{id}}.
     *
     * @throws io.github.openstackjvm.error.Conflict when others use it and it is to be shared no more, when gateways are there
     *     and it is to be external no more, or when it has another revision than expected
     */
    @Override
    public Network update(Ref<Network> ref, NetworkSpec.Update changes) {
        return change(ref, changes);
    }

    /**
     * Deletes a network with its subnets. {@code DELETE /networks/{id}}.
     *
     * @throws io.github.openstackjvm.error.Conflict when there are ports on it
     */
    @Override
    public Deleted delete(Ref<Network> ref) {
        return remove(ref);
    }

    /** The tags of one. {@code /networks/{id}/tags}. */
    public Tags tags(Ref<Network> ref) {
        return tags(ref, NetworkTagsApi.class);
    }

    /** The tags of the one with this id. */
    public Tags tags(String id) {
        return tags(Ref.id(id));
    }

    /** A listing of networks. */
    public static final class Query extends NetworkListing<Network, Query> {
        Query(Question<Network> question) {
            super(question, Query::new);
        }

        /** Whether they work. */
        public Query status(Status status) {
            return with("status", status);
        }

        /** Those switched on, or those switched off. */
        public Query adminStateUp(boolean up) {
            return with("admin_state_up", up);
        }

        /** Those shared with the caller's project, or those that are not. */
        public Query shared(boolean shared) {
            return with("shared", shared);
        }

        /** Those outside, or those inside. */
        public Query external(boolean external) {
            return with("router:external", external);
        }

        /** The external network that is taken when nobody says which, or the others. */
        public Query isDefault(boolean isDefault) {
            return with("is_default", isDefault);
        }

        /** With this largest packet, in bytes. */
        public Query mtu(int bytes) {
            return with("mtu", bytes);
        }

        /** Running on this. */
        public Query networkType(NetworkType type) {
            return with("provider:network_type", type);
        }

        /** Running on this physical network. */
        public Query physicalNetwork(String name) {
            return with("provider:physical_network", name);
        }

        /** With this number of their VLAN or tunnel. */
        public Query segmentationId(int number) {
            return with("provider:segmentation_id", number);
        }
    }
}
