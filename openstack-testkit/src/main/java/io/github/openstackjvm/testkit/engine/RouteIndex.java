package io.github.openstackjvm.testkit.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.HttpMethod;
import org.jspecify.annotations.Nullable;

/** Finds the route of a request by its verb and first segment. */
final class RouteIndex {
    private final List<Route> routes;
    private final Map<String, List<Route>> index = new HashMap<>();

    /** A route that fits, and the values of its variables. */
    record Hit(Route route, Map<String, String> variables) {}

    RouteIndex(List<Route> routes) {
        this.routes = routes;
        for (Route route : routes) {
            String first = route.pattern().get(0);
            index.computeIfAbsent(route.method() + (first.startsWith("{") ? "" : first), any -> new ArrayList<>())
                    .add(route);
        }
        index.values().forEach(some -> some.sort(Comparator.comparingInt(Route::variables)));
    }

    List<Route> routes() {
        return routes;
    }

    @Nullable
    Hit find(HttpMethod method, List<String> segments) {
        Hit hit = find(method + segments.get(0), segments);
        if (hit == null) {
            hit = find(method.name(), segments);
        }
        return hit == null && method == HttpMethod.HEAD ? find(HttpMethod.GET, segments) : hit;
    }

    private @Nullable Hit find(String key, List<String> segments) {
        for (Route route : index.getOrDefault(key, List.of())) {
            Map<String, String> variables = route.match(segments);
            if (variables != null) {
                return new Hit(route, variables);
            }
        }
        return null;
    }
}
