package io.github.openstackjvm.testkit.objectstore;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Older versions of objects in another container: as a stack, from which a deletion brings back the one before, or as a
 * history, to which a deletion adds a mark.
 */
final class VersionedWrites implements Filter {
    static final String DELETED = "application/x-deleted;swift_versions_deleted=1";
    static final String LOCATION = "X-Container-Sysmeta-Versions-Location";
    private static final String MODE = "X-Container-Sysmeta-Versions-Mode";
    private static final String STACK = "X-Versions-Location";
    private static final String HISTORY = "X-History-Location";

    private final Store store;

    VersionedWrites(Store store) {
        this.store = store;
    }

    @Override
    public SwiftResponse handle(SwiftRequest request, App next) {
        if (request.onContainer()) {
            return container(request, next);
        }
        if (!request.onObject() || !request.is("PUT", "DELETE")) {
            return next.handle(request);
        }
        HeaderMap container = store.containerHeaders(request.account(), request.container());
        String location = container.get(LOCATION, "");
        if (location.isEmpty()) {
            return next.handle(request);
        }
        String versions = Encoded.decode(location).split("/", 2)[0];
        if (request.is("PUT")) {
            keepCurrent(request, versions, next);
            return next.handle(request);
        }
        return container.get(MODE, "").equals("history") ? push(request, versions, next) : pop(request, versions, next);
    }

    private static SwiftResponse container(SwiftRequest request, App next) {
        HeaderMap headers = request.headers();
        if (headers.has(STACK) && headers.has(HISTORY)) {
            if (headers.given(STACK) && headers.given(HISTORY)) {
                throw Refused.plain(400, "Only one of x-versions-location or x-history-location may be specified");
            }
            headers.remove(headers.given(HISTORY) ? STACK : HISTORY);
        }
        String mode = headers.has(STACK) ? STACK : HISTORY;
        String location = headers.get(mode);
        if (location != null && location.isEmpty()) {
            headers.set("X-Remove-Versions-Location", "x");
        } else if (location != null) {
            if (location.contains("/")) {
                throw new Refused(412, "Container name cannot contain slashes");
            }
            headers.set(LOCATION, location);
            headers.set(MODE, mode.equals(STACK) ? "stack" : "history");
            headers.remove("X-Remove-Versions-Location");
            headers.remove("X-Remove-History-Location");
        }
        if (headers.given("X-Remove-Versions-Location") || headers.given("X-Remove-History-Location")) {
            headers.set(LOCATION, "");
            headers.set(MODE, "");
        }
        for (String done : List.of(STACK, HISTORY, "X-Remove-Versions-Location", "X-Remove-History-Location")) {
            headers.remove(done);
        }
        SwiftResponse response = next.handle(request);
        String kept = response.headers().get(LOCATION, "");
        return kept.isEmpty()
                ? response
                : response.with(response.headers().get(MODE, "").equals("history") ? HISTORY : STACK, kept);
    }

    private static String prefix(String object) {
        return String.format(
                Locale.ROOT, "%03x%s/", object.getBytes(java.nio.charset.StandardCharsets.UTF_8).length, object);
    }

    private static void check(SwiftResponse response) {
        if (!response.success()) {
            // The container for the versions is not there, as a rule.
            throw new Refused(response.status() / 100 == 4 ? 412 : 503);
        }
    }

    private void keepCurrent(SwiftRequest request, String versions, App next) {
        store.checkMayWrite(request);
        SwiftResponse current = next.handle(request.own("GET", request.path()).param("symlink", "get"));
        if (current.status() == 404) {
            return;
        }
        check(current);
        String name = prefix(request.object()) + current.headers().get("X-Timestamp", "");
        put(request, SwiftRequest.Path.of(request.account(), versions, name), current, next);
    }

    private static void put(SwiftRequest request, SwiftRequest.Path path, SwiftResponse source, App next) {
        SwiftRequest put = request.own("PUT", path).body(source.body());
        put.headers().copy(source.headers(), name -> !name.equals("X-Timestamp") && !name.equals("Content-Length"));
        String size = source.headers().get(StaticLargeObjects.SIZE);
        if (size != null) {
            put.with("Content-Type", put.headers().get("Content-Type", "") + ";swift_bytes=" + size);
            put.contentTypeOverridden(true);
        }
        SwiftResponse response = next.handle(put);
        source.body().discard();
        check(response);
    }

    private SwiftResponse push(SwiftRequest request, String versions, App next) {
        keepCurrent(request, versions, next);
        SwiftRequest mark = request.own(
                "PUT", SwiftRequest.Path.of(request.account(), versions, prefix(request.object()) + store.next()));
        mark.with("Content-Type", DELETED).with("Content-Length", "0");
        mark.contentTypeOverridden(true);
        check(next.handle(mark));
        return next.handle(request);
    }

    private SwiftResponse pop(SwiftRequest request, String versions, App next) {
        List<Map<String, Object>> older = listed(request, versions, next);
        if (!older.isEmpty()) {
            store.checkMayWrite(request);
        }
        Iterator<Map<String, Object>> rest = older.iterator();
        while (rest.hasNext()) {
            Map<String, Object> version = rest.next();
            SwiftRequest.Path path = path(request, versions, version);
            if (DELETED.equals(version.get("content_type"))) {
                SwiftResponse current = next.handle(request.own("HEAD", request.path()));
                if (current.status() != 404) {
                    check(current);
                    return next.handle(request);
                }
                SwiftRequest.Path before = rest.hasNext() ? path(request, versions, rest.next()) : null;
                if (before != null && restored(request, before, next)) {
                    next.handle(request.own("DELETE", before));
                }
                return next.handle(request.own("DELETE", path));
            } else if (restored(request, path, next)) {
                return next.handle(request.own("DELETE", path));
            }
        }
        return next.handle(request);
    }

    /** Brings a version back, unless it is gone or marks a deletion. */
    private static boolean restored(SwiftRequest request, SwiftRequest.Path version, App next) {
        SwiftResponse found = next.handle(request.own("GET", version).param("symlink", "get"));
        if (found.status() == 404 || found.headers().get("Content-Type", "").startsWith("application/x-deleted")) {
            return false;
        }
        check(found);
        put(request, request.path(), found, next);
        return true;
    }

    private static SwiftRequest.Path path(SwiftRequest request, String versions, Map<String, Object> version) {
        return SwiftRequest.Path.of(request.account(), versions, String.valueOf(version.get("name")));
    }

    private static List<Map<String, Object>> listed(SwiftRequest request, String versions, App next) {
        SwiftResponse response = next.handle(request.own("GET", SwiftRequest.Path.of(request.account(), versions))
                .param("prefix", prefix(request.object()))
                .param("reverse", "on"));
        if (response.status() == 404) {
            return List.of();
        }
        check(response);
        List<Map<String, Object>> listing = response.listing();
        return listing == null ? List.of() : new ArrayList<>(listing);
    }
}
