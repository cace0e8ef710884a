package io.github.openstackjvm.network;

import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.CrudApi;
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

/** The floating IPs of the project. They are found by their addresses. */
public final class FloatingIps extends NamedCollection<FloatingIp>
        implements Lists<FloatingIp, FloatingIps.Query>,
                Creates<FloatingIpSpec, FloatingIp>,
                Updates<FloatingIp, FloatingIpSpec.Update, FloatingIp>,
                Deletes<FloatingIp, Deleted> {

    @Wire(
            path = "/floatingips",
            one = "floatingip",
            nameFilter = "floating_ip_address",
            idFilter = "id",
            marks = Wire.Marks.DESCRIPTION)
    interface Api extends CrudApi<FloatingIp> {}

    @Wire(path = "/floatingips/{parent}/tags", many = "tags")
    interface FloatingIpTagsApi extends TagsApi {}

    private final Binding<Api> binding;

    FloatingIps(Binding<Api> binding) {
        super(binding);
        this.binding = binding;
    }

    /** Lists the floating IPs. {@code GET /floatingips}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    @Override
    public FloatingIpSpec spec() {
        return new FloatingIpSpec();
    }

    /**
     * Takes an address of an external network, and if a port is named, has it stand for the port's address. {@code POST /floatingips}.
     *
     * @throws io.github.openstackjvm.error.NotFound when no router joins the port's subnet to the external network
     * @throws io.github.openstackjvm.error.Conflict when the address is taken, none is left, or the port's has another one
     * @throws io.github.openstackjvm.error.QuotaExceeded when the project may have no more
     */
    @Override
    public FloatingIp create(FloatingIpSpec spec) {
        return make(spec);
    }

    @Override
    public FloatingIpSpec.Update changes() {
        return new FloatingIpSpec.Update();
    }

    /**
     * Changes a floating IP. {@code PUT /floatingips/{id}}.
     *
     * @throws io.github.openstackjvm.error.NotFound when no router joins the port's subnet to the external network
     * @throws io.github.openstackjvm.error.Conflict when the port's address has another one
     */
    @Override
    public FloatingIp update(Ref<FloatingIp> ref, FloatingIpSpec.Update changes) {
        return change(ref, changes);
    }

    /** Gives an address back. {@code DELETE /floatingips/{id}}. */
    @Override
    public Deleted delete(Ref<FloatingIp> ref) {
        return remove(ref);
    }

    /** Has a floating IP stand for the address of a port. {@code PUT /floatingips/{id}}. */
    public FloatingIp associate(Ref<FloatingIp> ref, Ref<Port> port) {
        return update(ref, changes().port(port));
    }

    /** Has the floating IP with this id stand for the address of a port. */
    public FloatingIp associate(String id, Ref<Port> port) {
        return associate(Ref.id(id), port);
    }

    /** Has a floating IP stand for nothing; the address is kept. {@code PUT /floatingips/{id}}. */
    public FloatingIp disassociate(Ref<FloatingIp> ref) {
        return update(ref, changes().noPort());
    }

    /** Has the floating IP with this id stand for nothing; the address is kept. */
    public FloatingIp disassociate(String id) {
        return disassociate(Ref.id(id));
    }

    /** The ports of a floating IP that stand for ports inside. */
    public PortForwardings portForwardings(Ref<FloatingIp> ref) {
        return new PortForwardings(binding.below(idOf(ref), PortForwardings.Api.class));
    }

    /** The ports of the floating IP with this id that stand for ports inside. */
    public PortForwardings portForwardings(String id) {
        return portForwardings(Ref.id(id));
    }

    /** The tags of one. {@code /floatingips/{id}/tags}. */
    public Tags tags(Ref<FloatingIp> ref) {
        return tags(ref, FloatingIpTagsApi.class);
    }

    /** The tags of the one with this id. */
    public Tags tags(String id) {
        return tags(Ref.id(id));
    }

    /** A listing of them. */
    public static final class Query extends NetworkListing<FloatingIp, Query> {
        Query(Question<FloatingIp> question) {
            super(question, Query::new);
        }

        /** Of the external network with this name or id. */
        public Query network(String nameOrId) {
            return ref("floating_network_id", Network.class, nameOrId);
        }

        /** Of this external network. */
        public Query network(Ref<Network> network) {
            return ref("floating_network_id", Network.class, network);
        }

        /** With this address outside. */
        public Query floatingIpAddress(String ip) {
            return with("floating_ip_address", ip);
        }

        /** Standing for this address inside. */
        public Query fixedIpAddress(String ip) {
            return with("fixed_ip_address", ip);
        }

        /** Standing for an address of the port with this name or id. */
        public Query port(String nameOrId) {
            return ref("port_id", Port.class, nameOrId);
        }

        /** Standing for an address of this port. */
        public Query port(Ref<Port> port) {
            return ref("port_id", Port.class, port);
        }

        /** Carried by the router with this name or id. */
        public Query router(String nameOrId) {
            return ref("router_id", Router.class, nameOrId);
        }

        /** Carried by this router. */
        public Query router(Ref<Router> router) {
            return ref("router_id", Router.class, router);
        }

        /** Whether they work. */
        public Query status(Status status) {
            return with("status", status);
        }
    }
}
