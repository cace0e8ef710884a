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
import io.github.openstackjvm.resource.Creates;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Deletes;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.NamedCollection;
import io.github.openstackjvm.resource.Page;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Tags;
import io.github.openstackjvm.resource.Updates;

/** The subnets of the project, and those of networks shared with it. */
public final class Subnets extends NamedCollection<Subnet>
        implements Lists<Subnet, Subnets.Query>,
                Creates<SubnetSpec, Subnet>,
                Updates<Subnet, SubnetSpec.Update, Subnet>,
                Deletes<Subnet, Deleted> {

    @Wire(path = "/subnets", one = "subnet", nameFilter = "name", idFilter = "id", marks = Wire.Marks.DESCRIPTION)
    interface Api extends CrudApi<Subnet> {
        @Keyed(Keyed.MANY)
        @RequestLine("POST")
        Page<Subnet> createAll(Body subnets, Call call);
    }

    @Wire(path = "/subnets/{parent}/tags", many = "tags")
    interface SubnetTagsApi extends TagsApi {}

    private final Binding<Api> binding;

    Subnets(Binding<Api> binding) {
        super(binding);
        this.binding = binding;
    }

    /** Lists the subnets. {@code GET /subnets}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    @Override
    public SubnetSpec spec() {
        return new SubnetSpec();
    }

    /**
     * Creates a subnet; routers with a gateway on its network get an address there. {@code POST /subnets}.
     *
     * @throws io.github.openstackjvm.error.BadRequest when its range overlaps with another subnet of the network
     * @throws io.github.openstackjvm.error.QuotaExceeded when the project may have no more
     */
    @Override
    public Subnet create(SubnetSpec spec) {
        return make(spec);
    }

    /** Creates all of these, or none, in one request. {@code POST /subnets}. */
    public List<Subnet> createAll(List<SubnetSpec> specs) {
        Body body = bodyOf(specs);
        return binding.api().createAll(body, binding.call(body)).items();
    }

    @Override
    public SubnetSpec.Update changes() {
        return new SubnetSpec.Update();
    }

    /**
     * Changes a subnet; the range stays. {@code PUT /subnets/{id}}.
     *
     * @throws io.github.openstackjvm.error.Conflict when a router has the gateway's address and that is to change
     */
    @Override
    public Subnet update(Ref<Subnet> ref, SubnetSpec.Update changes) {
        return change(ref, changes);
    }

    /**
     * Deletes a subnet. {@code DELETE /subnets/{id}}.
     *
     * @throws io.github.openstackjvm.error.Conflict when a port has an address of it
     */
    @Override
    public Deleted delete(Ref<Subnet> ref) {
        return remove(ref);
    }

    /** The tags of one. {@code /subnets/{id}/tags}. */
    public Tags tags(Ref<Subnet> ref) {
        return tags(ref, SubnetTagsApi.class);
    }

    /** The tags of the one with this id. */
    public Tags tags(String id) {
        return tags(Ref.id(id));
    }

    /** A listing of them. */
    public static final class Query extends NetworkListing<Subnet, Query> {
        Query(Question<Subnet> question) {
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

        /** For this version of IP: 4 or 6. */
        public Query ipVersion(int version) {
            return with("ip_version", version);
        }

        /** With exactly this range. */
        public Query cidr(String cidr) {
            return with("cidr", cidr);
        }

        /** With this way out. */
        public Query gatewayIp(String ip) {
            return with("gateway_ip", ip);
        }

        /** Those whose hosts are told their addresses, or those whose are not. */
        public Query dhcp(boolean enabled) {
            return with("enable_dhcp", enabled);
        }

        /** Whose prefix is announced like this. */
        public Query ipv6RaMode(Ipv6Mode mode) {
            return with("ipv6_ra_mode", mode);
        }

        /** Whose hosts come by their addresses like this. */
        public Query ipv6AddressMode(Ipv6Mode mode) {
            return with("ipv6_address_mode", mode);
        }

        /** Those of networks shared with the caller's project, or the others. */
        public Query shared(boolean shared) {
            return with("shared", shared);
        }

        /** From the pool with this name or id. */
        public Query subnetPool(String nameOrId) {
            return ref("subnetpool_id", SubnetPool.class, nameOrId);
        }

        /** From this pool. */
        public Query subnetPool(Ref<SubnetPool> pool) {
            return ref("subnetpool_id", SubnetPool.class, pool);
        }

        /** On the segment with this id; for administrators. */
        public Query segmentId(String id) {
            return with("segment_id", id);
        }
    }
}
