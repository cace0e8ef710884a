package io.github.openstackjvm.testkit.objectstore;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import io.github.openstackjvm.testkit.objectstore.Filter.App;

/** What a browser is told about pages of other origins, as a container's metadata has it. */
final class Cors {
    private static final String META = "X-Container-Meta-Access-Control-";
    private static final List<String> EXPOSED = List.of(
            "cache-control",
            "content-language",
            "content-type",
            "expires",
            "last-modified",
            "pragma",
            "etag",
            "x-timestamp",
            "x-trans-id",
            "x-openstack-request-id");

    private final Store store;

    Cors(Store store) {
        this.store = store;
    }

    static final List<String> VERBS = List.of("GET", "DELETE", "PUT", "OPTIONS", "POST", "HEAD");

    SwiftResponse around(SwiftRequest request, App app) {
        String origin = request.headers().get("Origin", "");
        HeaderMap container = store.containerHeaders(request.account(), request.container());
        if (request.is("OPTIONS")) {
            return preflight(request, origin, container);
        }
        SwiftResponse response = app.handle(request);
        if (origin.isEmpty() || request.onAccount() || !allowed(container, origin)) {
            return response;
        }
        Set<String> exposed = new TreeSet<>(EXPOSED);
        response.headers().forEach((name, value) -> {
            if (name.startsWith("X-Container-Meta") || name.startsWith("X-Object-Meta")) {
                exposed.add(name.toLowerCase(Locale.ROOT));
            }
        });
        for (String name : container.get(META + "Expose-Headers", "").split(" ", -1)) {
            if (!name.isBlank()) {
                exposed.add(name.strip().toLowerCase(Locale.ROOT));
            }
        }
        response.with("Access-Control-Expose-Headers", String.join(", ", exposed));
        return allow(response, container, origin);
    }

    private static SwiftResponse preflight(SwiftRequest request, String origin, HeaderMap container) {
        String known = String.join(", ", VERBS);
        // Copies are the affair of another filter.
        String verbs = known + (request.onObject() ? ", COPY" : "");
        if (origin.isEmpty() || request.onAccount()) {
            return new SwiftResponse(200).with("Allow", verbs);
        }
        String verb = request.headers().get("Access-Control-Request-Method", "");
        if (!allowed(container, origin) || !VERBS.contains(verb)) {
            return new SwiftResponse(401).with("Allow", known);
        }
        SwiftResponse response = allow(new SwiftResponse(200).with("Allow", verbs), container, origin);
        response.headers().remove("Content-Type");
        if (container.has(META + "Max-Age")) {
            response.with("Access-Control-Max-Age", container.get(META + "Max-Age", ""));
        }
        response.with("Access-Control-Allow-Methods", verbs);
        if (request.headers().given("Access-Control-Request-Headers")) {
            response.with("Access-Control-Allow-Headers", request.headers().get("Access-Control-Request-Headers", ""));
            String vary = response.headers().get("Vary", "");
            response.with("Vary", (vary.isEmpty() ? "" : vary + ", ") + "Access-Control-Request-Headers");
        }
        return response;
    }

    private static boolean allowed(HeaderMap container, String origin) {
        List<String> origins =
                List.of(container.get(META + "Allow-Origin", "").strip().split("\\s+", -1));
        return origins.contains("*") || origins.contains(origin);
    }

    private static SwiftResponse allow(SwiftResponse response, HeaderMap container, String origin) {
        if (container.get(META + "Allow-Origin", "").strip().equals("*")) {
            return response.with("Access-Control-Allow-Origin", "*");
        }
        String vary = response.headers().get("Vary", "");
        return response.with("Access-Control-Allow-Origin", origin)
                .with("Vary", vary.isEmpty() ? "Origin" : vary + ", Origin");
    }
}
