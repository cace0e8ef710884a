package io.github.openstackjvm.network;

import java.util.List;

import feign.RequestLine;
import io.github.openstackjvm.compute.Server;
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

/** The ports of the project, and those on its networks. */
public final class Ports extends NamedCollection<Port>
        implements Lists<Port, Ports.Query>,
                Adopts<PortSpec, Port>,
                Updates<Port, PortSpec.Update, Port>,
                Deletes<Port, Deleted> {

    @Wire(path = "/ports", one = "port", nameFilter = "name", idFilter = "id", marks = Wire.Marks.DESCRIPTION)
    interface Api extends CrudApi<Port> {
        @Keyed(Keyed.MANY)
        @RequestLine("POST")
        Page<Port> createAll(Body ports, Call call);
    }

    @Wire(path = "/ports/{parent}/tags", many = "tags")
    interface PortTagsApi extends TagsApi {}

    private final Binding<Api> binding;

    Ports(Binding<Api> binding) {
        super(binding);
        this.binding = binding;
    }

    /** Lists the ports. {@code GET /ports}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    @Override
    public PortSpec spec() {
        return new PortSpec();
    }

    /**
     * Creates a port, with addresses of its network's subnets. {@code POST /ports}.
     *
     * @throws io.github.openstackjvm.error.Conflict when an address is taken, or none is left
     * @throws io.github.openstackjvm.error.QuotaExceeded when the project may have no more
     */
    @Override
    public Port create(PortSpec spec) {
        return make(spec);
    }

    /**
     * Creates a port with this key in its description, or adopts the one of the project that has it: see {@link Adopts}.
     * Neutron takes no tags with the request that creates, and what is tagged afterwards can be lost in between; so the
     * specification must not set a description, and one that is set later makes the port lose its key.
     * {@code GET /ports?description=}, {@code POST /ports}.
     *
     * @throws io.github.openstackjvm.error.Ambiguous when several have the key
     * @throws io.github.openstackjvm.error.OutcomeUnknown when the answer was lost and nothing showed: ask again later
     */
    @Override
    public Port createOrAdopt(PortSpec spec, String key) {
        return onceDescribed(spec, key);
    }

    /** Creates all of these, or none, in one request. {@code POST /ports}. */
    public List<Port> createAll(List<PortSpec> specs) {
        Body body = bodyOf(specs);
        return binding.api().createAll(body, binding.call(body)).items();
    }

    @Override
    public PortSpec.Update changes() {
        return new PortSpec.Update();
    }

    /**
     * Changes a port. {@code PUT /ports/{id}}.
     *
     * @throws io.github.openstackjvm.error.Conflict when an address is taken, or none is left
     */
    @Override
    public Port update(Ref<Port> ref, PortSpec.Update changes) {
        return change(ref, changes);
    }

    /**
     * Deletes a port; a floating IP of its is associated no more. {@code DELETE /ports/{id}}.
     *
     * @throws io.github.openstackjvm.error.Conflict when it is a router's, or of a trunk
     */
    @Override
    public Deleted delete(Ref<Port> ref) {
        return remove(ref);
    }

    /** The hosts where a server's port is plugged in. For administrators. */
    public PortBindings bindings(Ref<Port> ref) {
        return new PortBindings(binding.below(idOf(ref), PortBindings.Api.class));
    }

    /** The hosts where the server's port with this id is plugged in. */
    public PortBindings bindings(String id) {
        return bindings(Ref.id(id));
    }

    /** The tags of one. {@code /ports/{id}/tags}. */
    public Tags tags(Ref<Port> ref) {
        return tags(ref, PortTagsApi.class);
    }

    /** The tags of the one with this id. */
    public Tags tags(String id) {
        return tags(Ref.id(id));
    }

    /** A listing of them. */
    public static final class Query extends NetworkListing<Port, Query> {
        Query(Question<Port> question) {
            super(question, Query::new);
        }

        /** On the network with this name or id. */
        public Query network(String nameOrId) {
            return ref("network_id", Network.class, nameOrId);
        }

        /** On this network. */
        public Query network(Ref<Network> network) {
            return ref("network_id", Network.class, network);
        }

        /** Whether they work. */
        public Query status(Status status) {
            return with("status", status);
        }

        /** Those switched on, or those switched off. */
        public Query adminStateUp(boolean up) {
            return with("admin_state_up", up);
        }

        /** With this hardware address. */
        public Query macAddress(String mac) {
            return with("mac_address", mac);
        }

        /** With this address. */
        public Query fixedIp(String ip) {
            return with("fixed_ips", "ip_address=" + ip);
        }

        /** With an address that has this in it. */
        public Query fixedIpContaining(String part) {
            return with("fixed_ips", "ip_address_substr=" + part);
        }

        /** With an address of this subnet, by id. */
        public Query subnetId(String id) {
            return with("fixed_ips", "subnet_id=" + id);
        }

        /** Of the server with this name or id. */
        public Query device(String nameOrId) {
            return ref("device_id", Server.class, nameOrId);
        }

        /** Of this server. */
        public Query device(Ref<Server> server) {
            return ref("device_id", Server.class, server);
        }

        /** Of the server, router or other device with this id. */
        public Query deviceId(String id) {
            return with("device_id", id);
        }

        /** Of this kind of device, such as {@code compute:nova}. */
        public Query deviceOwner(String owner) {
            return with("device_owner", owner);
        }

        /** With the security group with this name or id. */
        public Query securityGroup(String nameOrId) {
            return ref("security_groups", SecurityGroup.class, nameOrId);
        }

        /** With this security group. */
        public Query securityGroup(Ref<SecurityGroup> group) {
            return ref("security_groups", SecurityGroup.class, group);
        }

        /** Plugged in at this host; for administrators. */
        public Query hostId(String host) {
            return with("binding:host_id", host);
        }

        /** Given addresses then: {@code immediate}, {@code deferred} or {@code none}. */
        public Query ipAllocation(String when) {
            return with("ip_allocation", when);
        }
    }
}
