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

/** The routers of the project. */
public final class Routers extends NamedCollection<Router>
        implements Lists<Router, Routers.Query>,
                Creates<RouterSpec, Router>,
                Updates<Router, RouterSpec.Update, Router>,
                Deletes<Router, Deleted> {

    @Wire(path = "/routers", one = "router", nameFilter = "name", idFilter = "id", marks = Wire.Marks.DESCRIPTION)
    interface Api extends CrudApi<Router> {
        @Keyed("")
        @RequestLine("PUT /{id}/add_router_interface")
        RouterInterface addInterface(@Param("id") String id, Body subnetOrPort, Call call);

        @Keyed("")
        @RequestLine("PUT /{id}/remove_router_interface")
        RouterInterface removeInterface(@Param("id") String id, Body subnetOrPort, Call call);

        @Keyed(value = Keyed.ONE, request = Keyed.ONE)
        @RequestLine("PUT /{id}/add_extraroutes")
        Router addRoutes(@Param("id") String id, Body routes, Call call);

        @Keyed(value = Keyed.ONE, request = Keyed.ONE)
        @RequestLine("PUT /{id}/remove_extraroutes")
        Router removeRoutes(@Param("id") String id, Body routes, Call call);

        @Keyed(value = Keyed.ONE, request = Keyed.ONE)
        @RequestLine("PUT /{id}/add_external_gateways")
        Router addExternalGateways(@Param("id") String id, Body gateways, Call call);

        @Keyed(value = Keyed.ONE, request = Keyed.ONE)
        @RequestLine("PUT /{id}/update_external_gateways")
        Router updateExternalGateways(@Param("id") String id, Body gateways, Call call);

        @Keyed(value = Keyed.ONE, request = Keyed.ONE)
        @RequestLine("PUT /{id}/remove_external_gateways")
        Router removeExternalGateways(@Param("id") String id, Body gateways, Call call);
    }

    @Wire(path = "/routers/{parent}/tags", many = "tags")
    interface RouterTagsApi extends TagsApi {}

    private final Binding<Api> binding;

    Routers(Binding<Api> binding) {
        super(binding);
        this.binding = binding;
    }

    /** Lists the routers. {@code GET /routers}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    @Override
    public RouterSpec spec() {
        return new RouterSpec();
    }

    /**
     * Creates a router, without a subnet yet. {@code POST /routers}.
     *
     * @throws io.github.openstackjvm.error.QuotaExceeded when the project may have no more
     */
    @Override
    public Router create(RouterSpec spec) {
        return make(spec);
    }

    @Override
    public RouterSpec.Update changes() {
        return new RouterSpec.Update();
    }

    /**
     * Changes a router. {@code PUT /routers/{id}}.
     *
     * @throws io.github.openstackjvm.error.Conflict when a floating IP needs the gateway that is to go
     */
    @Override
    public Router update(Ref<Router> ref, RouterSpec.Update changes) {
        return change(ref, changes);
    }

    /**
     * Deletes a router; its gateway goes with it. {@code DELETE /routers/{id}}.
     *
     * @throws io.github.openstackjvm.error.Conflict when it is joined to a subnet
     */
    @Override
    public Deleted delete(Ref<Router> ref) {
        return remove(ref);
    }

    /**
     * Joins a router to a subnet, whose gateway it becomes. {@code PUT /routers/{id}/add_router_interface}.
     *
     * @throws io.github.openstackjvm.error.BadRequest when the subnet has no gateway, or overlaps with one that the router is
     *     joined to
     * @throws io.github.openstackjvm.error.Conflict when it is joined to it already, or something else has the gateway's
     *     address
     */
    public RouterInterface addSubnet(Ref<Router> router, Ref<Subnet> subnet) {
        return addInterface(router, new Reference("subnet_id", Subnet.class, subnet, false));
    }

    /** Joins the router with this id to a subnet, whose gateway it becomes. */
    public RouterInterface addSubnet(String routerId, Ref<Subnet> subnet) {
        return addSubnet(Ref.id(routerId), subnet);
    }

    /**
     * Joins a router to a network by this port, with the port's addresses. {@code PUT /routers/{id}/add_router_interface}.
     *
     * @throws io.github.openstackjvm.error.Conflict when something is plugged in there
     */
    public RouterInterface addPort(Ref<Router> router, Ref<Port> port) {
        return addInterface(router, new Reference("port_id", Port.class, port, false));
    }

    /** Joins the router with this id to a network by this port, with the port's addresses. */
    public RouterInterface addPort(String routerId, Ref<Port> port) {
        return addPort(Ref.id(routerId), port);
    }

    /**
     * Takes a router from a subnet; its port there is gone. {@code PUT /routers/{id}/remove_router_interface}.
     *
     * @throws io.github.openstackjvm.error.NotFound when it is not joined to it
     * @throws io.github.openstackjvm.error.Conflict when a floating IP or a route needs it
     */
    public RouterInterface removeSubnet(Ref<Router> router, Ref<Subnet> subnet) {
        return removeInterface(router, new Reference("subnet_id", Subnet.class, subnet, false));
    }

    /** Takes the router with this id from a subnet. */
    public RouterInterface removeSubnet(String routerId, Ref<Subnet> subnet) {
        return removeSubnet(Ref.id(routerId), subnet);
    }

    /**
     * Takes a router from this port, which is gone. {@code PUT /routers/{id}/remove_router_interface}.
     *
     * @throws io.github.openstackjvm.error.NotFound when it is not the router's
     * @throws io.github.openstackjvm.error.Conflict when a floating IP or a route needs it
     */
    public RouterInterface removePort(Ref<Router> router, Ref<Port> port) {
        return removeInterface(router, new Reference("port_id", Port.class, port, false));
    }

    /** Takes the router with this id from this port, which is gone. */
    public RouterInterface removePort(String routerId, Ref<Port> port) {
        return removePort(Ref.id(routerId), port);
    }

    private RouterInterface addInterface(Ref<Router> router, Reference subnetOrPort) {
        return binding.api().addInterface(idOf(router), interfaceOf(subnetOrPort), binding.call());
    }

    private RouterInterface removeInterface(Ref<Router> router, Reference subnetOrPort) {
        return binding.api().removeInterface(idOf(router), interfaceOf(subnetOrPort), binding.call());
    }

    private Body interfaceOf(Reference subnetOrPort) {
        return Body.action(subnetOrPort.field(), subnetOrPort).resolved(binding.resolver());
    }

    /**
     * Adds routes to those of a router, in one step. {@code PUT /routers/{id}/add_extraroutes}.
     *
     * @throws io.github.openstackjvm.error.BadRequest when a next hop cannot be reached, or there are too many
     */
    public Router addRoutes(Ref<Router> router, List<Route> routes) {
        return binding.api().addRoutes(idOf(router), bodyOfRoutes(routes), binding.call());
    }

    /** Adds routes to those of the router with this id, in one step. */
    public Router addRoutes(String routerId, List<Route> routes) {
        return addRoutes(Ref.id(routerId), routes);
    }

    /** Removes routes from those of a router, in one step; those it does not have are none. {@code PUT /routers/{id}/remove_extraroutes}. */
    public Router removeRoutes(Ref<Router> router, List<Route> routes) {
        return binding.api().removeRoutes(idOf(router), bodyOfRoutes(routes), binding.call());
    }

    /** Removes routes from those of the router with this id, in one step. */
    public Router removeRoutes(String routerId, List<Route> routes) {
        return removeRoutes(Ref.id(routerId), routes);
    }

    private static Body bodyOfRoutes(List<Route> routes) {
        return Body.action("routes", routes.stream().map(Routes::wire).toList());
    }

    /**
     * Adds ways outside to those of a router. {@code PUT /routers/{id}/add_external_gateways}; Neutron knows of several since
     * 2023.2.
     */
    public Router addExternalGateways(Ref<Router> router, List<GatewaySpec> gateways) {
        Body body = gatewaysOf(gateways);
        return binding.api().addExternalGateways(idOf(router), body, binding.call(body));
    }

    /** Adds ways outside to those of the router with this id. */
    public Router addExternalGateways(String routerId, List<GatewaySpec> gateways) {
        return addExternalGateways(Ref.id(routerId), gateways);
    }

    /**
     * Changes ways outside of a router, told by network and addresses. {@code PUT /routers/{id}/update_external_gateways};
     * Neutron knows of several since 2023.2.
     */
    public Router updateExternalGateways(Ref<Router> router, List<GatewaySpec> gateways) {
        Body body = gatewaysOf(gateways);
        return binding.api().updateExternalGateways(idOf(router), body, binding.call(body));
    }

    /** Changes ways outside of the router with this id. */
    public Router updateExternalGateways(String routerId, List<GatewaySpec> gateways) {
        return updateExternalGateways(Ref.id(routerId), gateways);
    }

    /**
     * Removes ways outside from those of a router, told by network and addresses.
     * {@code PUT /routers/{id}/remove_external_gateways}; Neutron knows of several since 2023.2.
     */
    public Router removeExternalGateways(Ref<Router> router, List<GatewaySpec> gateways) {
        Body body = gatewaysOf(gateways);
        return binding.api().removeExternalGateways(idOf(router), body, binding.call(body));
    }

    /** Removes ways outside from those of the router with this id. */
    public Router removeExternalGateways(String routerId, List<GatewaySpec> gateways) {
        return removeExternalGateways(Ref.id(routerId), gateways);
    }

    private Body gatewaysOf(List<GatewaySpec> gateways) {
        return bodyOf(changes().set("external_gateways", List.copyOf(gateways)));
    }

    /** What helps a router to follow connections. */
    public ConntrackHelpers conntrackHelpers(Ref<Router> ref) {
        return new ConntrackHelpers(binding.below(idOf(ref), ConntrackHelpers.Api.class));
    }

    /** What helps the router with this id to follow connections. */
    public ConntrackHelpers conntrackHelpers(String id) {
        return conntrackHelpers(Ref.id(id));
    }

    /** The tags of one. {@code /routers/{id}/tags}. */
    public Tags tags(Ref<Router> ref) {
        return tags(ref, RouterTagsApi.class);
    }

    /** The tags of the one with this id. */
    public Tags tags(String id) {
        return tags(Ref.id(id));
    }

    /** A listing of them. */
    public static final class Query extends NetworkListing<Router, Query> {
        Query(Question<Router> question) {
            super(question, Query::new);
        }

        /** Those switched on, or those switched off. */
        public Query adminStateUp(boolean up) {
            return with("admin_state_up", up);
        }
    }
}
