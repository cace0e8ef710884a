package io.github.openstackjvm.network;

import java.util.List;

import feign.Param;
import feign.RequestLine;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Keyed;
import io.github.openstackjvm.internal.wire.Reference;
import io.github.openstackjvm.internal.wire.TagsApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Creates;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Deletes;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.NamedCollection;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Tags;
import io.github.openstackjvm.resource.Updates;

/** The subnet pools of the project, and those shared with it. */
public final class SubnetPools extends NamedCollection<SubnetPool>
        implements Lists<SubnetPool, SubnetPools.Query>,
                Creates<SubnetPoolSpec, SubnetPool>,
                Updates<SubnetPool, SubnetPoolSpec.Update, SubnetPool>,
                Deletes<SubnetPool, Deleted> {

    @Wire(
            path = "/subnetpools",
            one = "subnetpool",
            nameFilter = "name",
            idFilter = "id",
            marks = Wire.Marks.DESCRIPTION)
    interface Api extends CrudApi<SubnetPool> {
        @Keyed("prefixes")
        @RequestLine("PUT /{id}/add_prefixes")
        List<String> addPrefixes(@Param("id") String id, Body prefixes, Call call);

        @Keyed("prefixes")
        @RequestLine("PUT /{id}/remove_prefixes")
        List<String> removePrefixes(@Param("id") String id, Body prefixes, Call call);

        @RequestLine("PUT /{id}/onboard_network_subnets")
        void onboard(@Param("id") String id, Body network, Call call);
    }

    @Wire(path = "/subnetpools/{parent}/tags", many = "tags")
    interface SubnetPoolTagsApi extends TagsApi {}

    private final Binding<Api> binding;

    SubnetPools(Binding<Api> binding) {
        super(binding);
        this.binding = binding;
    }

    /** Lists the subnet pools. {@code GET /subnetpools}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    @Override
    public SubnetPoolSpec spec() {
        return new SubnetPoolSpec();
    }

    /**
     * Creates a subnet pool. {@code POST /subnetpools}.
     *
     * @throws io.github.openstackjvm.error.BadRequest when its ranges are of both versions of IP, or its sizes contradict each other
     */
    @Override
    public SubnetPool create(SubnetPoolSpec spec) {
        return make(spec);
    }

    @Override
    public SubnetPoolSpec.Update changes() {
        return new SubnetPoolSpec.Update();
    }

    /** Changes a subnet pool. {@code PUT /subnetpools/{id}}. */
    @Override
    public SubnetPool update(Ref<SubnetPool> ref, SubnetPoolSpec.Update changes) {
        return change(ref, changes);
    }

    /**
     * Deletes a subnet pool. {@code DELETE /subnetpools/{id}}.
     *
     * @throws io.github.openstackjvm.error.BadRequest when a subnet is cut from it
     */
    @Override
    public Deleted delete(Ref<SubnetPool> ref) {
        return remove(ref);
    }

    /**
     * Adds ranges to those of a pool, and returns all of them. {@code PUT /subnetpools/{id}/add_prefixes}.
     *
     * @throws io.github.openstackjvm.error.Conflict when one occurs already in the scope
     */
    public List<String> addPrefixes(Ref<SubnetPool> ref, List<String> cidrs) {
        return binding.api().addPrefixes(idOf(ref), Body.action("prefixes", cidrs), binding.call());
    }

    /** Adds ranges to those of the pool with this id, and returns all of them. */
    public List<String> addPrefixes(String id, List<String> cidrs) {
        return addPrefixes(Ref.id(id), cidrs);
    }

    /**
     * Removes ranges from those of a pool, and returns what is left. {@code PUT /subnetpools/{id}/remove_prefixes}.
     *
     * @throws io.github.openstackjvm.error.BadRequest when a subnet is cut from them
     */
    public List<String> removePrefixes(Ref<SubnetPool> ref, List<String> cidrs) {
        return binding.api().removePrefixes(idOf(ref), Body.action("prefixes", cidrs), binding.call());
    }

    /** Removes ranges from those of the pool with this id, and returns what is left. */
    public List<String> removePrefixes(String id, List<String> cidrs) {
        return removePrefixes(Ref.id(id), cidrs);
    }

    /**
     * Makes the subnets of a network subnets of a pool, as if they had been cut from it.
     * {@code PUT /subnetpools/{id}/onboard_network_subnets}.
     *
     * @throws io.github.openstackjvm.error.BadRequest when one overlaps with a subnet of the pool
     */
    public void onboard(Ref<SubnetPool> ref, Ref<Network> network) {
        Reference reference = new Reference("network_id", Network.class, network, false);
        Body body = Body.action("network_id", reference).resolved(binding.resolver());
        binding.api().onboard(idOf(ref), body, binding.call());
    }

    /** Makes the subnets of a network subnets of the pool with this id. */
    public void onboard(String id, Ref<Network> network) {
        onboard(Ref.id(id), network);
    }

    /** The tags of one. {@code /subnetpools/{id}/tags}. */
    public Tags tags(Ref<SubnetPool> ref) {
        return tags(ref, SubnetPoolTagsApi.class);
    }

    /** The tags of the one with this id. */
    public Tags tags(String id) {
        return tags(Ref.id(id));
    }

    /** A listing of them. */
    public static final class Query extends NetworkListing<SubnetPool, Query> {
        Query(Question<SubnetPool> question) {
            super(question, Query::new);
        }

        /** For this version of IP: 4 or 6. */
        public Query ipVersion(int version) {
            return with("ip_version", version);
        }

        /** Those that other projects may use, too, or only the others. */
        public Query shared(boolean shared) {
            return with("shared", shared);
        }

        /** The one that is taken when nobody says which, or the others. */
        public Query isDefault(boolean isDefault) {
            return with("is_default", isDefault);
        }

        /** With this size of the largest subnet. */
        public Query minPrefixLength(int bits) {
            return with("min_prefixlen", bits);
        }

        /** With this size of the smallest subnet. */
        public Query maxPrefixLength(int bits) {
            return with("max_prefixlen", bits);
        }

        /** With this size of a subnet when nothing is said. */
        public Query defaultPrefixLength(int bits) {
            return with("default_prefixlen", bits);
        }

        /** Of which a project may have this much. */
        public Query defaultQuota(int amount) {
            return with("default_quota", amount);
        }

        /** In the scope with this name or id. */
        public Query addressScope(String nameOrId) {
            return ref("address_scope_id", AddressScope.class, nameOrId);
        }

        /** In this scope. */
        public Query addressScope(Ref<AddressScope> scope) {
            return ref("address_scope_id", AddressScope.class, scope);
        }
    }
}
