package io.github.openstackjvm.network;

import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Creates;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Deletes;
import io.github.openstackjvm.resource.Gets;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.ResourceCollection;
import io.github.openstackjvm.resource.Updates;

/** The ports of a floating IP that stand for ports inside. */
public final class PortForwardings extends ResourceCollection<PortForwarding>
        implements Lists<PortForwarding, PortForwardings.Query>,
                Gets<PortForwarding>,
                Creates<PortForwardingSpec, PortForwarding>,
                Updates<PortForwarding, PortForwardingSpec.Update, PortForwarding>,
                Deletes<PortForwarding, Deleted> {

    @Wire(path = "/floatingips/{parent}/port_forwardings", one = "port_forwarding")
    interface Api extends CrudApi<PortForwarding> {}

    PortForwardings(Binding<Api> binding) {
        super(binding);
    }

    /** Lists them. {@code GET /floatingips/{parent}/port_forwardings}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /** Reads one. {@code GET /floatingips/{parent}/port_forwardings/{id}}. */
    @Override
    public PortForwarding get(Ref<PortForwarding> ref) {
        return read(ref);
    }

    @Override
    public PortForwardingSpec spec() {
        return new PortForwardingSpec();
    }

    /**
     * Has one more port stand for a port inside. {@code POST /floatingips/{parent}/port_forwardings}.
     *
     * @throws io.github.openstackjvm.error.BadRequest when the port outside is taken
     */
    @Override
    public PortForwarding create(PortForwardingSpec spec) {
        return make(spec);
    }

    @Override
    public PortForwardingSpec.Update changes() {
        return new PortForwardingSpec.Update();
    }

    /** Changes one. {@code PUT /floatingips/{parent}/port_forwardings/{id}}. */
    @Override
    public PortForwarding update(Ref<PortForwarding> ref, PortForwardingSpec.Update changes) {
        return change(ref, changes);
    }

    /** Has it stand for nothing. {@code DELETE /floatingips/{parent}/port_forwardings/{id}}. */
    @Override
    public Deleted delete(Ref<PortForwarding> ref) {
        return remove(ref);
    }

    /** A listing of them. */
    public static final class Query extends Listing<PortForwarding, Query> {
        Query(Question<PortForwarding> question) {
            super(question, Query::new);
        }

        /** Of this protocol. */
        public Query protocol(IpProtocol protocol) {
            return with("protocol", protocol);
        }

        /** With this port outside. */
        public Query externalPort(int port) {
            return with("external_port", port);
        }

        /** Standing for ports of the port with this name or id. */
        public Query internalPort(String nameOrId) {
            return ref("internal_port_id", Port.class, nameOrId);
        }

        /** Standing for ports of this port. */
        public Query internalPort(Ref<Port> port) {
            return ref("internal_port_id", Port.class, port);
        }
    }
}
