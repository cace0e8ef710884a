package io.github.openstackjvm.network;

import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Spec;

/**
 * What can be said of a router when it is made and later.
 *
 * @param <S> the specification itself
 */
public abstract sealed class RouterFields<S extends RouterFields<S>> extends Spec<S>
        permits RouterSpec, RouterSpec.Update {
    RouterFields() {}

    /** Need not be unique. */
    public final S name(String name) {
        return set("name", name);
    }

    /** For people. */
    public final S description(String description) {
        return set("description", description);
    }

    /** Whether it is switched on; so it is from the beginning, unless said otherwise. */
    public final S adminStateUp(boolean up) {
        return set("admin_state_up", up);
    }

    /** Its way outside, by the external network with this name or id. */
    public final S externalGateway(String network) {
        return externalGateway(GatewaySpec.to(network));
    }

    /** Its way outside, by this external network. */
    public final S externalGateway(Ref<Network> network) {
        return externalGateway(GatewaySpec.to(network));
    }

    /** Its way outside. */
    public final S externalGateway(GatewaySpec gateway) {
        return set("external_gateway_info", gateway);
    }

    /** Whether it is on every host; for administrators, and later only while it is switched off. */
    public final S distributed(boolean distributed) {
        return set("distributed", distributed);
    }

    /** Whether another one takes over when it fails; for administrators, and later only while it is switched off. */
    public final S ha(boolean ha) {
        return set("ha", ha);
    }

    /** Whether it answers for IPv6 addresses inside. */
    public final S enableNdpProxy(boolean enabled) {
        return set("enable_ndp_proxy", enabled);
    }

    /** Whether it watches its ways outside; for administrators. */
    public final S enableDefaultRouteBfd(boolean enabled) {
        return set("enable_default_route_bfd", enabled);
    }

    /** Whether it uses all its ways outside; for administrators. */
    public final S enableDefaultRouteEcmp(boolean enabled) {
        return set("enable_default_route_ecmp", enabled);
    }
}
