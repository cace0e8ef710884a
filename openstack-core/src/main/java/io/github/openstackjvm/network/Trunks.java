package io.github.openstackjvm.network;

import java.util.List;

import feign.Param;
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
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Tags;
import io.github.openstackjvm.resource.Updates;

/** The trunks of the project. */
public final class Trunks extends NamedCollection<Trunk>
        implements Lists<Trunk, Trunks.Query>,
                Creates<TrunkSpec, Trunk>,
                Updates<Trunk, TrunkSpec.Update, Trunk>,
                Deletes<Trunk, Deleted> {

    @Wire(path = "/trunks", one = "trunk", nameFilter = "name", idFilter = "id", marks = Wire.Marks.DESCRIPTION)
    interface Api extends CrudApi<Trunk> {
        @Keyed("sub_ports")
        @RequestLine("GET /{id}/get_subports")
        List<Port.SubPort> subPorts(@Param("id") String id, Call call);

        @Keyed("")
        @RequestLine("PUT /{id}/add_subports")
        Trunk addSubPorts(@Param("id") String id, Body ports, Call call);

        @Keyed("")
        @RequestLine("PUT /{id}/remove_subports")
        Trunk removeSubPorts(@Param("id") String id, Body ports, Call call);
    }

    @Wire(path = "/trunks/{parent}/tags", many = "tags")
    interface TrunkTagsApi extends TagsApi {}

    private final Binding<Api> binding;

    Trunks(Binding<Api> binding) {
        super(binding);
        this.binding = binding;
    }

    /** Lists the trunks. {@code GET /trunks}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    @Override
    public TrunkSpec spec() {
        return new TrunkSpec();
    }

    /**
     * Makes a port carry others. {@code POST /trunks}.
     *
     * @throws io.github.openstackjvm.error.Conflict when a port is of another trunk, or in use
     */
    @Override
    public Trunk create(TrunkSpec spec) {
        return make(spec);
    }

    @Override
    public TrunkSpec.Update changes() {
        return new TrunkSpec.Update();
    }

    /** Changes a trunk; the ports it carries have verbs of their own. {@code PUT /trunks/{id}}. */
    @Override
    public Trunk update(Ref<Trunk> ref, TrunkSpec.Update changes) {
        return change(ref, changes);
    }

    /**
     * Deletes a trunk; its ports stay. {@code DELETE /trunks/{id}}.
     *
     * @throws io.github.openstackjvm.error.Conflict when the port that carries the others is plugged in
     */
    @Override
    public Deleted delete(Ref<Trunk> ref) {
        return remove(ref);
    }

    /** The ports that a trunk carries. {@code GET /trunks/{id}/get_subports}. */
    public List<Port.SubPort> subPorts(Ref<Trunk> ref) {
        return binding.api().subPorts(idOf(ref), binding.call());
    }

    /** The ports that the trunk with this id carries. */
    public List<Port.SubPort> subPorts(String id) {
        return subPorts(Ref.id(id));
    }

    /**
     * Has a trunk carry one more port, whose packets have this VLAN number. {@code PUT /trunks/{id}/add_subports}.
     *
     * @throws io.github.openstackjvm.error.Conflict when the port is of another trunk or in use, or the number is taken
     */
    public Trunk addSubPort(Ref<Trunk> ref, Ref<Port> port, int vlan) {
        Body body = Body.action("sub_ports", List.of(SubPorts.wire(port, vlan))).resolved(binding.resolver());
        return binding.api().addSubPorts(idOf(ref), body, binding.call());
    }

    /** Has the trunk with this id carry one more port, whose packets have this VLAN number. */
    public Trunk addSubPort(String id, Ref<Port> port, int vlan) {
        return addSubPort(Ref.id(id), port, vlan);
    }

    /**
     * Has a trunk carry a port no more. {@code PUT /trunks/{id}/remove_subports}.
     *
     * @throws io.github.openstackjvm.error.NotFound when it does not carry it
     */
    public Trunk removeSubPort(Ref<Trunk> ref, Ref<Port> port) {
        Body body = Body.action("sub_ports", List.of(SubPorts.wire(port))).resolved(binding.resolver());
        return binding.api().removeSubPorts(idOf(ref), body, binding.call());
    }

    /** Has the trunk with this id carry a port no more. */
    public Trunk removeSubPort(String id, Ref<Port> port) {
        return removeSubPort(Ref.id(id), port);
    }

    /** The tags of one. {@code /trunks/{id}/tags}. */
    public Tags tags(Ref<Trunk> ref) {
        return tags(ref, TrunkTagsApi.class);
    }

    /** The tags of the one with this id. */
    public Tags tags(String id) {
        return tags(Ref.id(id));
    }

    /** A listing of them. */
    public static final class Query extends NetworkListing<Trunk, Query> {
        Query(Question<Trunk> question) {
            super(question, Query::new);
        }

        /** By the port with this name or id. */
        public Query port(String nameOrId) {
            return ref("port_id", Port.class, nameOrId);
        }

        /** By this port. */
        public Query port(Ref<Port> port) {
            return ref("port_id", Port.class, port);
        }

        /** Whether they work. */
        public Query status(Status status) {
            return with("status", status);
        }

        /** Those switched on, or those switched off. */
        public Query adminStateUp(boolean up) {
            return with("admin_state_up", up);
        }
    }
}
