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

/** What helps a router to follow connections of protocols that open more than one. */
public final class ConntrackHelpers extends ResourceCollection<ConntrackHelper>
        implements Lists<ConntrackHelper, ConntrackHelpers.Query>,
                Gets<ConntrackHelper>,
                Creates<ConntrackHelperSpec, ConntrackHelper>,
                Updates<ConntrackHelper, ConntrackHelperSpec.Update, ConntrackHelper>,
                Deletes<ConntrackHelper, Deleted> {

    @Wire(path = "/routers/{parent}/conntrack_helpers", one = "conntrack_helper")
    interface Api extends CrudApi<ConntrackHelper> {}

    ConntrackHelpers(Binding<Api> binding) {
        super(binding);
    }

    /** Lists them. {@code GET /routers/{parent}/conntrack_helpers}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /** Reads one. {@code GET /routers/{parent}/conntrack_helpers/{id}}. */
    @Override
    public ConntrackHelper get(Ref<ConntrackHelper> ref) {
        return read(ref);
    }

    @Override
    public ConntrackHelperSpec spec() {
        return new ConntrackHelperSpec();
    }

    /**
     * Gives the router one more. {@code POST /routers/{parent}/conntrack_helpers}.
     *
     * @throws io.github.openstackjvm.error.BadRequest when the operator allows no such helper, or it is there already
     */
    @Override
    public ConntrackHelper create(ConntrackHelperSpec spec) {
        return make(spec);
    }

    @Override
    public ConntrackHelperSpec.Update changes() {
        return new ConntrackHelperSpec.Update();
    }

    /** Changes one. {@code PUT /routers/{parent}/conntrack_helpers/{id}}. */
    @Override
    public ConntrackHelper update(Ref<ConntrackHelper> ref, ConntrackHelperSpec.Update changes) {
        return change(ref, changes);
    }

    /** Takes one from the router. {@code DELETE /routers/{parent}/conntrack_helpers/{id}}. */
    @Override
    public Deleted delete(Ref<ConntrackHelper> ref) {
        return remove(ref);
    }

    /** A listing of them. */
    public static final class Query extends Listing<ConntrackHelper, Query> {
        Query(Question<ConntrackHelper> question) {
            super(question, Query::new);
        }

        /** Of this kind, such as {@code tftp}. */
        public Query helper(String helper) {
            return with("helper", helper);
        }

        /** Of this protocol. */
        public Query protocol(IpProtocol protocol) {
            return with("protocol", protocol);
        }

        /** For connections to this port. */
        public Query port(int port) {
            return with("port", port);
        }
    }
}
