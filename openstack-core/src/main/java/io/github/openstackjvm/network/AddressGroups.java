package io.github.openstackjvm.network;

import java.util.List;

import feign.Param;
import feign.RequestLine;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Keyed;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Creates;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Deletes;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.NamedCollection;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Updates;

/** The address groups of the project. */
public final class AddressGroups extends NamedCollection<AddressGroup>
        implements Lists<AddressGroup, AddressGroups.Query>,
                Creates<AddressGroupSpec, AddressGroup>,
                Updates<AddressGroup, AddressGroupSpec.Update, AddressGroup>,
                Deletes<AddressGroup, Deleted> {

    @Wire(
            path = "/address-groups",
            one = "address_group",
            nameFilter = "name",
            idFilter = "id",
            marks = Wire.Marks.DESCRIPTION)
    interface Api extends CrudApi<AddressGroup> {
        @Keyed(Keyed.ONE)
        @RequestLine("PUT /{id}/add_addresses")
        AddressGroup addAddresses(@Param("id") String id, Body addresses, Call call);

        @Keyed(Keyed.ONE)
        @RequestLine("PUT /{id}/remove_addresses")
        AddressGroup removeAddresses(@Param("id") String id, Body addresses, Call call);
    }

    private final Binding<Api> binding;

    AddressGroups(Binding<Api> binding) {
        super(binding);
        this.binding = binding;
    }

    /** Lists the address groups. {@code GET /address-groups}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    @Override
    public AddressGroupSpec spec() {
        return new AddressGroupSpec();
    }

    /** Creates an address group. {@code POST /address-groups}. */
    @Override
    public AddressGroup create(AddressGroupSpec spec) {
        return make(spec);
    }

    @Override
    public AddressGroupSpec.Update changes() {
        return new AddressGroupSpec.Update();
    }

    /** Changes an address group; its ranges have verbs of their own. {@code PUT /address-groups/{id}}. */
    @Override
    public AddressGroup update(Ref<AddressGroup> ref, AddressGroupSpec.Update changes) {
        return change(ref, changes);
    }

    /**
     * Deletes an address group. {@code DELETE /address-groups/{id}}.
     *
     * @throws io.github.openstackjvm.error.Conflict when a rule of a security group names it
     */
    @Override
    public Deleted delete(Ref<AddressGroup> ref) {
        return remove(ref);
    }

    /** Adds ranges to those of a group. {@code PUT /address-groups/{id}/add_addresses}. */
    public AddressGroup addAddresses(Ref<AddressGroup> ref, List<String> cidrs) {
        return binding.api().addAddresses(idOf(ref), Body.action("addresses", cidrs), binding.call());
    }

    /** Adds ranges to those of the group with this id. */
    public AddressGroup addAddresses(String id, List<String> cidrs) {
        return addAddresses(Ref.id(id), cidrs);
    }

    /**
     * Removes ranges from those of a group. {@code PUT /address-groups/{id}/remove_addresses}.
     *
     * @throws io.github.openstackjvm.error.NotFound when it does not have one of them
     */
    public AddressGroup removeAddresses(Ref<AddressGroup> ref, List<String> cidrs) {
        return binding.api().removeAddresses(idOf(ref), Body.action("addresses", cidrs), binding.call());
    }

    /** Removes ranges from those of the group with this id. */
    public AddressGroup removeAddresses(String id, List<String> cidrs) {
        return removeAddresses(Ref.id(id), cidrs);
    }

    /** A listing of them. */
    public static final class Query extends NetworkListing<AddressGroup, Query> {
        Query(Question<AddressGroup> question) {
            super(question, Query::new);
        }
    }
}
