package io.github.openstackjvm.network;

import java.util.Map;

/** Routes as they are sent. */
final class Routes {
    private Routes() {}

    static Map<String, Object> wire(Route route) {
        return Map.of("destination", route.destination(), "nexthop", route.nexthop());
    }
}
