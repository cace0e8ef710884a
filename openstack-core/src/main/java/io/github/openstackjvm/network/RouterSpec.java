package io.github.openstackjvm.network;

import java.util.List;

import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Spec;

/** A router to create. Everything may be left out. */
public final class RouterSpec extends Spec<RouterSpec> {

    /** A router of this name. */
    public static RouterSpec named(String name) {
        return new RouterSpec().name(name);
    }

    /** Need not be unique. */
    public RouterSpec name(String name) {
        return set("name", name);
    }

    /** For people. */
    public RouterSpec description(String description) {
        return set("description", description);
    }

    /** Whether it is switched on; true unless said otherwise. */
    public RouterSpec adminStateUp(boolean up) {
        return set("admin_state_up", up);
    }

    /** Its way outside, by the external network with this name or id. */
    public RouterSpec externalGateway(String network) {
        return externalGateway(GatewaySpec.to(network));
    }

    /** Its way outside, by this external network. */
    public RouterSpec externalGateway(Ref<Network> network) {
        return externalGateway(GatewaySpec.to(network));
    }

    /** Its way outside. */
    public RouterSpec externalGateway(GatewaySpec gateway) {
        return set("external_gateway_info", gateway);
    }

    /** Whether it is on every host; for administrators. */
    public RouterSpec distributed(boolean distributed) {
        return set("distributed", distributed);
    }

    /** Whether another one takes over when it fails; for administrators. */
    public RouterSpec ha(boolean ha) {
        return set("ha", ha);
    }

    /** Its flavor, by id. */
    public RouterSpec flavorId(String id) {
        return set("flavor_id", id);
    }

    /** Whether it answers for IPv6 addresses inside. */
    public RouterSpec enableNdpProxy(boolean enabled) {
        return set("enable_ndp_proxy", enabled);
    }

    /** Whether it watches its ways outside; for administrators. */
    public RouterSpec enableDefaultRouteBfd(boolean enabled) {
        return set("enable_default_route_bfd", enabled);
    }

    /** Whether it uses all its ways outside; for administrators. */
    public RouterSpec enableDefaultRouteEcmp(boolean enabled) {
        return set("enable_default_route_ecmp", enabled);
    }

    /** Where it is to be served. */
    public RouterSpec availabilityZoneHints(String... zones) {
        return set("availability_zone_hints", List.of(zones));
    }

    /** For the project with this id instead of the caller's; for administrators. */
    public RouterSpec projectId(String projectId) {
        return set("project_id", projectId);
    }

    /** What can be changed of a router. */
    public static final class Update extends Spec<Update> {

        /** Another name. */
        public Update name(String name) {
            return set("name", name);
        }

        /** For people. */
        public Update description(String description) {
            return set("description", description);
        }

        /** Whether it is switched on. */
        public Update adminStateUp(boolean up) {
            return set("admin_state_up", up);
        }

        /** Its way outside, by the external network with this name or id. */
        public Update externalGateway(String network) {
            return externalGateway(GatewaySpec.to(network));
        }

        /** Its way outside, by this external network. */
        public Update externalGateway(Ref<Network> network) {
            return externalGateway(GatewaySpec.to(network));
        }

        /** Its way outside. */
        public Update externalGateway(GatewaySpec gateway) {
            return set("external_gateway_info", gateway);
        }

        /** No way outside any more. Refused while a floating IP needs it. */
        public Update noExternalGateway() {
            return set("external_gateway_info", null);
        }

        /** Where packets go beside the subnets it joins: these routes and no others. */
        public Update routes(List<Route> routes) {
            return set("routes", routes.stream().map(Routes::wire).toList());
        }

        /** Whether it is on every host, while it is switched off; for administrators. */
        public Update distributed(boolean distributed) {
            return set("distributed", distributed);
        }

        /** Whether another one takes over when it fails, while it is switched off; for administrators. */
        public Update ha(boolean ha) {
            return set("ha", ha);
        }

        /** Whether it answers for IPv6 addresses inside. */
        public Update enableNdpProxy(boolean enabled) {
            return set("enable_ndp_proxy", enabled);
        }

        /** Whether it watches its ways outside; for administrators. */
        public Update enableDefaultRouteBfd(boolean enabled) {
            return set("enable_default_route_bfd", enabled);
        }

        /** Whether it uses all its ways outside; for administrators. */
        public Update enableDefaultRouteEcmp(boolean enabled) {
            return set("enable_default_route_ecmp", enabled);
        }

        /** Only if nobody has changed it since it had this revision number; otherwise the update is refused. */
        public Update ifRevision(int revisionNumber) {
            return header("If-Match", "revision_number=" + revisionNumber);
        }
    }
}
