package io.github.openstackjvm.compute;

import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Creates;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Deletes;
import io.github.openstackjvm.resource.Gets;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.Pending;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.ResourceCollection;

import static io.github.openstackjvm.internal.wire.Wire.Sorting.NONE;

/** The ports of one server. */
public final class ServerInterfaces extends ResourceCollection<ServerInterface>
        implements Lists<ServerInterface, ServerInterfaces.Query>,
                Gets<ServerInterface>,
                Creates<ServerInterfaceSpec, ServerInterface>,
                Deletes<ServerInterface, Pending<Deleted>> {

    @Wire(
            path = "/servers/{parent}/os-interface",
            one = "interfaceAttachment",
            paging = Wire.Paging.NONE,
            sorting = NONE,
            max = "2.70")
    interface Api extends CrudApi<ServerInterface> {}

    private final Binding<Api> binding;

    ServerInterfaces(Binding<Api> binding) {
        super(binding);
        this.binding = binding;
    }

    /** Lists the ports, as Neutron knows them now. {@code GET /servers/{id}/os-interface}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /** Reads one. {@code GET /servers/{id}/os-interface/{port}}. */
    @Override
    public ServerInterface get(Ref<ServerInterface> ref) {
        return read(ref);
    }

    @Override
    public ServerInterfaceSpec spec() {
        return new ServerInterfaceSpec();
    }

    /**
     * Plugs the server into a network; when this returns, it is done. {@code POST /servers/{id}/os-interface}.
     *
     * @throws io.github.openstackjvm.error.Conflict when the port is in use, or the server is in no state for it or locked
     * @throws io.github.openstackjvm.error.BadRequest when the project has several networks and none was given, or the
     *     subnet has no address left
     */
    @Override
    public ServerInterface create(ServerInterfaceSpec spec) {
        return make(spec);
    }

    /**
     * Unplugs the server. A port that Nova made is deleted, another one stays.
     * {@code DELETE /servers/{id}/os-interface/{port}}.
     *
     * @throws io.github.openstackjvm.error.Conflict when the server is in no state for it, or locked
     */
    @Override
    public Pending<Deleted> delete(Ref<ServerInterface> ref) {
        String portId = idOf(ref);
        Call call = binding.call();
        binding.api().delete(portId, call);
        Deleted deleted = new Deleted(portId, call.wasGone());
        // Neutron forgets the port before Nova has done with it.
        return pending(
                accepted(portId, call),
                InstanceActions.idOf(call),
                InstanceActions.outcomes(binding, call),
                InstanceActions.judge(call, () -> deleted));
    }

    /** A listing of ports. */
    public static final class Query extends Listing<ServerInterface, Query> {
        Query(Question<ServerInterface> question) {
            super(question, Query::new);
        }
    }
}
