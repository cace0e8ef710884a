package io.github.openstackjvm.network;

import feign.Param;
import feign.RequestLine;
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
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.ResourceCollection;
import io.github.openstackjvm.resource.Updates;

import static io.github.openstackjvm.internal.wire.Wire.IdShape.NAME;

/** The hosts where a server's port is plugged in, or is about to be. Their ids are the hosts' names. For administrators. */
public final class PortBindings extends ResourceCollection<PortBinding>
        implements Lists<PortBinding, PortBindings.Query>,
                Gets<PortBinding>,
                Creates<PortBindingSpec, PortBinding>,
                Updates<PortBinding, PortBindingSpec.Update, PortBinding>,
                Deletes<PortBinding, Deleted> {

    @Wire(
            path = "/ports/{parent}/bindings",
            one = "binding",
            id = NAME,
            paging = Wire.Paging.NONE,
            sorting = Wire.Sorting.NONE)
    interface Api extends CrudApi<PortBinding> {
        @RequestLine("PUT /{id}/activate")
        PortBinding activate(@Param("id") String host, Call call);
    }

    private final Binding<Api> binding;

    PortBindings(Binding<Api> binding) {
        super(binding);
        this.binding = binding;
    }

    /** Lists them. {@code GET /ports/{parent}/bindings}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /** Reads the one on a host. {@code GET /ports/{parent}/bindings/{host}}. */
    @Override
    public PortBinding get(Ref<PortBinding> ref) {
        return read(ref);
    }

    @Override
    public PortBindingSpec spec() {
        return new PortBindingSpec();
    }

    /**
     * Plugs the port in on one more host; inactive, unless it is the only one. {@code POST /ports/{parent}/bindings}.
     *
     * @throws io.github.openstackjvm.error.BadRequest when the port is not one of a server
     * @throws io.github.openstackjvm.error.Conflict when it is plugged in there already
     */
    @Override
    public PortBinding create(PortBindingSpec spec) {
        return make(spec);
    }

    @Override
    public PortBindingSpec.Update changes() {
        return new PortBindingSpec.Update();
    }

    /** Plugs it in in another way. {@code PUT /ports/{parent}/bindings/{host}}. */
    @Override
    public PortBinding update(Ref<PortBinding> ref, PortBindingSpec.Update changes) {
        return change(ref, changes);
    }

    /**
     * Makes the one on this host the active one; the other becomes inactive.
     * {@code PUT /ports/{parent}/bindings/{host}/activate}.
     *
     * @throws io.github.openstackjvm.error.Conflict when it is active already
     */
    public PortBinding activate(Ref<PortBinding> ref) {
        return binding.api().activate(idOf(ref), binding.call());
    }

    /** The same for the host of this name. */
    public PortBinding activate(String host) {
        return activate(Ref.id(host));
    }

    /** Unplugs the port there. {@code DELETE /ports/{parent}/bindings/{host}}. */
    @Override
    public Deleted delete(Ref<PortBinding> ref) {
        return remove(ref);
    }

    /** A listing of them. */
    public static final class Query extends Listing<PortBinding, Query> {
        Query(Question<PortBinding> question) {
            super(question, Query::new);
        }

        /** With this status. */
        public Query status(Status status) {
            return with("status", status);
        }
    }
}
