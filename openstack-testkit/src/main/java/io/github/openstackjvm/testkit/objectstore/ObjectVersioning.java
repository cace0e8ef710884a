package io.github.openstackjvm.testkit.objectstore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.openstackjvm.testkit.FakeBody;
import io.github.openstackjvm.testkit.engine.Json;
import org.jspecify.annotations.Nullable;

/**
 * Every version of every object, once a container has it switched on: the bytes lie in a hidden container, and the object is
 * a link to the latest of them.
 */
final class ObjectVersioning implements Filter {
    private static final String ENABLED = "X-Container-Sysmeta-Versions-Enabled";
    private static final String HIDDEN = "X-Container-Sysmeta-Versions-Container";
    private static final String CLIENT = "X-Versions-Enabled";
    private static final String LINK = "X-Object-Sysmeta-Versions-Symlink";
    private static final String VERSION = "X-Object-Version-Id";
    private static final String GONE =
            "The versions container does not exist. You may want to re-enable object versioning.";

    private final Store store;

    ObjectVersioning(Store store) {
        this.store = store;
    }

    @Override
    public SwiftResponse handle(SwiftRequest request, App next) {
        if (request.onAccount()) {
            return account(request, next);
        } else if (request.onContainer()) {
            return container(request, next);
        }
        HeaderMap container = store.containerHeaders(request.account(), request.container());
        String hidden = container.get(HIDDEN, "");
        boolean enabled = HeaderMap.isTrue(container.get(ENABLED));
        String version = request.params().getOrDefault("version-id", "");
        if (!version.isEmpty()) {
            return ofVersion(request, Encoded.decode(hidden), version, next);
        }
        return hidden.isEmpty() ? next.handle(request) : ofObject(request, Encoded.decode(hidden), enabled, next);
    }

    private static String hiddenContainer(String container) {
        return "\0versions\0" + container;
    }

    private static String hiddenObject(String object, Timestamp version) {
        return "\0" + object + "\0" + version.inverse();
    }

    private static Timestamp time(String version) {
        Timestamp time = Timestamp.parse(version);
        if (time == null) {
            throw new Refused(400, "Invalid version parameter");
        }
        return time;
    }

    /** Name and version of a hidden object; null when it is none. */
    private static @Nullable Version version(String hiddenName) {
        String[] parts = hiddenName.split("\0", -1);
        Timestamp inverse = parts.length == 3 && parts[0].isEmpty() ? Timestamp.parse(parts[2]) : null;
        return inverse == null ? null : new Version(parts[1], inverse.inverse().toString());
    }

    private record Version(String name, String id) {}

    private static SwiftRequest reserved(SwiftRequest request) {
        return request.with("X-Backend-Allow-Reserved-Names", "true");
    }

    private SwiftResponse account(SwiftRequest request, App next) {
        SwiftResponse response = next.handle(request);
        List<Map<String, Object>> listing = response.listing();
        if (listing != null) {
            for (Map<String, Object> entry : listing) {
                if (entry.get("name") instanceof String name) {
                    long more = store.bytes(request.account(), hiddenContainer(name));
                    entry.put("bytes", ((Number) entry.getOrDefault("bytes", 0)).longValue() + more);
                }
            }
        }
        return response;
    }

    private SwiftResponse container(SwiftRequest request, App next) {
        if (request.is("PUT", "POST") && request.headers().has(CLIENT)) {
            return shown(request, enable(request, next));
        } else if (request.is("DELETE")) {
            return delete(request, next);
        }
        SwiftResponse response = shown(request, next.handle(request));
        List<Map<String, Object>> listing = response.listing();
        if (!response.success() || listing == null) {
            return response;
        }
        String hidden = hiddenContainer(request.container());
        listing.forEach(entry -> unlink(request, entry, hidden));
        return request.param("versions") == null ? response : versions(request, response, listing, next);
    }

    private SwiftResponse shown(SwiftRequest request, SwiftResponse response) {
        String enabled = response.headers().get(ENABLED);
        if (enabled != null) {
            response.with(CLIENT, enabled);
        }
        String bytes = response.headers().get("X-Container-Bytes-Used");
        if (bytes != null && response.headers().has(HIDDEN)) {
            long more = store.bytes(request.account(), hiddenContainer(request.container()));
            response.with("X-Container-Bytes-Used", String.valueOf(Long.parseLong(bytes) + more));
        }
        return response;
    }

    /** An entry of a listing shows what the link leads to. */
    private static void unlink(SwiftRequest request, Map<String, Object> entry, String hidden) {
        if (!(entry.get("symlink_path") instanceof String path)
                || !entry.containsKey("symlink_etag")
                || !entry.containsKey("symlink_bytes")) {
            return;
        }
        String[] parts = Encoded.decode(path).split("/", 5);
        if (parts.length < 5 || !parts[3].equals(hidden)) {
            return;
        }
        entry.put("bytes", entry.remove("symlink_bytes"));
        entry.put("version_symlink", true);
        Parameters hash = Parameters.parse(String.valueOf(entry.get("hash")));
        entry.put("hash", new Parameters(String.valueOf(entry.remove("symlink_etag")), hash.values()).toString());
        Version version = version(parts[4]);
        if (version != null && request.param("versions") == null) {
            SwiftRequest.Path target = SwiftRequest.Path.of(parts[2], request.container(), version.name);
            entry.put("symlink_path", Encoded.encode(target.toString()) + "?version-id=" + version.id);
        }
    }

    private SwiftResponse enable(SwiftRequest request, App next) {
        HeaderMap container = store.containerHeaders(request.account(), request.container());
        if (container.given(VersionedWrites.LOCATION)) {
            throw new Refused(
                    400,
                    "Cannot enable object versioning on a container that is already using the legacy versioned writes"
                            + " feature.");
        } else if (container.given("X-Container-Sync-To")) {
            throw new Refused(
                    400, "Cannot enable object versioning on a container configured as source of container syncing.");
        }
        boolean on = HeaderMap.isTrue(request.headers().get(CLIENT));
        request.with(ENABLED, on ? "True" : "False");
        if (on) {
            String hidden = hiddenContainer(request.container());
            next.handle(reserved(request.own("PUT", SwiftRequest.Path.of(request.account(), hidden)))
                    .with("Content-Length", "0"));
            request.with(HIDDEN, Encoded.encode(hidden));
        }
        SwiftResponse response = next.handle(request);
        if (!response.success() && on && !container.has(HIDDEN)) {
            next.handle(reserved(request.own(
                    "DELETE", SwiftRequest.Path.of(request.account(), hiddenContainer(request.container())))));
        }
        return response;
    }

    private SwiftResponse delete(SwiftRequest request, App next) {
        HeaderMap container = store.containerHeaders(request.account(), request.container());
        if (container.given(HIDDEN)) {
            String hidden = Encoded.decode(container.get(HIDDEN, ""));
            if (store.count(request.account(), hidden) > 0) {
                throw new Refused(409, "Delete all versions before deleting container.");
            }
            next.handle(reserved(request.own("DELETE", SwiftRequest.Path.of(request.account(), hidden))));
        }
        return next.handle(request);
    }

    private SwiftResponse versions(
            SwiftRequest request, SwiftResponse response, List<Map<String, Object>> current, App next) {
        request.versionListing(true);
        Accept accept = Accept.of(request.headers().get("Accept", ""));
        boolean json = "json".equals(request.param("format"));
        if (!json && (accept == null || accept.best(List.of("application/json")) == null)) {
            throw new Refused(406);
        }
        SwiftRequest list = reserved(
                request.own("GET", SwiftRequest.Path.of(request.account(), hiddenContainer(request.container()))));
        List.of("limit", "delimiter", "reverse").forEach(name -> {
            String value = request.param(name);
            if (value != null) {
                list.param(name, value);
            }
        });
        if (request.param("prefix") != null) {
            list.param("prefix", "\0" + request.param("prefix"));
        }
        String marker = request.param("marker");
        String versionMarker = request.param("version_marker");
        if (versionMarker != null && marker == null) {
            throw new Refused(400, "version_marker param requires marker");
        } else if (marker != null) {
            list.param(
                    "marker",
                    versionMarker == null || versionMarker.equals("null")
                            ? "\0" + marker + "\0" + (versionMarker == null ? ":" : "")
                            : hiddenObject(marker, marked(versionMarker)));
        }
        if (request.params().getOrDefault("delimiter", "").matches(".*[0-9.\0].*")) {
            throw new Refused(400, "invalid delimiter param");
        }
        SwiftResponse older = next.handle(list);
        List<Map<String, Object>> hidden = older.listing();
        List<Map<String, Object>> all = merged(current, hidden == null ? List.of() : hidden);
        boolean reverse = HeaderMap.isTrue(request.param("reverse"));
        Comparator<Map<String, Object>> order = Comparator.comparing(ObjectVersioning::name, Store.BY_NAME);
        all.sort(reverse ? order.reversed() : order);
        int limit = Listing.of(request).limit();
        return response.listing(new ArrayList<>(all.subList(0, Math.min(limit, all.size()))));
    }

    private static Timestamp marked(String version) {
        Timestamp time = Timestamp.parse(version);
        if (time == null) {
            throw new Refused(400, "invalid version_marker param");
        }
        return time;
    }

    private static String name(Map<String, Object> entry) {
        return String.valueOf(entry.getOrDefault("name", entry.get("subdir")));
    }

    private static List<Map<String, Object>> merged(
            List<Map<String, Object>> current, List<Map<String, Object>> hidden) {
        List<Map<String, Object>> all = new ArrayList<>();
        Set<String> folders = new LinkedHashSet<>();
        Set<String> latest = new HashSet<>();
        Set<String> linked = new HashSet<>();
        for (Map<String, Object> entry : current) {
            if (!entry.containsKey("name")) {
                folders.add(String.valueOf(entry.get("subdir")));
            } else if (Boolean.TRUE.equals(entry.get("version_symlink"))) {
                linked.add(Encoded.decode(String.valueOf(entry.get("symlink_path")))
                        .split("/", 5)[4]);
            } else {
                Map<String, Object> unversioned = new LinkedHashMap<>(entry);
                unversioned.put("version_id", "null");
                unversioned.put("is_latest", true);
                all.add(unversioned);
                latest.add(String.valueOf(entry.get("name")));
            }
        }
        for (Map<String, Object> entry : hidden) {
            if (!entry.containsKey("name")) {
                folders.add(String.valueOf(entry.get("subdir")).replace("\0", ""));
                continue;
            }
            String hiddenName = String.valueOf(entry.get("name"));
            Version version = version(hiddenName);
            if (version != null) {
                boolean mark = VersionedWrites.DELETED.equals(entry.get("content_type"));
                boolean last = linked.contains(hiddenName) || (mark && !latest.contains(version.name));
                if (last) {
                    latest.add(version.name);
                }
                entry.put("is_latest", last);
                entry.put("name", version.name);
                entry.put("version_id", version.id);
                all.add(entry);
            }
        }
        folders.forEach(folder -> all.add(Json.map("subdir", folder)));
        return all;
    }

    private SwiftResponse ofObject(SwiftRequest request, String hidden, boolean enabled, App next) {
        return switch (request.method()) {
            case "PUT" -> enabled ? put(request, hidden, next) : next.handle(request);
            case "DELETE" -> enabled ? mark(request, hidden, next) : next.handle(request);
            case "POST" -> post(request, hidden, next);
            default -> read(request, hidden, next);
        };
    }

    /** Refuses what the caller may not write, before anything is done. */
    private void authorize(SwiftRequest request) {
        SwiftResponse denial = request.denial(
                store.containerHeaders(request.account(), request.container()).get("X-Container-Write", ""));
        if (denial != null) {
            throw new Refused(denial);
        }
    }

    private static void check(SwiftResponse response) {
        if (response.status() == 404) {
            throw new Refused(412);
        } else if (!response.success()) {
            throw response.status() / 100 == 4 ? new Refused(response) : new Refused(503);
        }
    }

    /** What was there before versions were kept becomes one. */
    private void keepCurrent(SwiftRequest request, String hidden, App next) {
        authorize(request);
        SwiftResponse current = next.handle(request.own("GET", request.path()).param("symlink", "get"));
        if (current.status() == 404) {
            return;
        }
        check(current);
        try {
            if (!current.headers().has(LINK)) {
                String name =
                        hiddenObject(request.object(), time(current.headers().get("X-Timestamp", "")));
                SwiftRequest put = reserved(request.own("PUT", SwiftRequest.Path.of(request.account(), hidden, name)))
                        .body(current.body());
                put.headers()
                        .copy(
                                current.headers(),
                                header -> !header.equals("X-Timestamp") && !header.equals("Content-Length"));
                sized(put, current.headers());
                exists(next.handle(put));
            }
        } finally {
            current.body().discard();
        }
    }

    private static void sized(SwiftRequest put, HeaderMap source) {
        String size = source.get(StaticLargeObjects.SIZE);
        if (size != null && !put.headers().get("Content-Type", "").contains("swift_bytes=")) {
            put.with("Content-Type", put.headers().get("Content-Type", "") + ";swift_bytes=" + size);
        }
        put.contentTypeOverridden(size != null || put.contentTypeOverridden());
    }

    private static void exists(SwiftResponse response) {
        if (response.status() == 404) {
            throw Refused.plain(500, GONE);
        }
        check(response);
    }

    private SwiftResponse put(SwiftRequest request, String hidden, App next) {
        keepCurrent(request, hidden, next);
        Timestamp now = store.next();
        String name = hiddenObject(request.object(), now);
        SwiftRequest put = reserved(request.own("PUT", SwiftRequest.Path.of(request.account(), hidden, name)));
        put.headers().copy(request.headers(), header -> !header.startsWith("X-Delete-"));
        reserved(put).bodyOf(request);
        put.contentTypeOverridden(request.contentTypeOverridden());
        // The name that tells the type is the client's, not the hidden one.
        if (!put.headers().given("Content-Type")) {
            put.with("Content-Type", MediaTypes.of(request.object()));
        }
        SwiftResponse stored = next.handle(put);
        exists(stored);
        String size = put.headers()
                .get(StaticLargeObjects.SIZE, String.valueOf(request.body().length()));
        String type = put.headers().get("Content-Type", "").split(";", 2)[0];
        return link(request, hidden, name, stored.etag(), size, type, next);
    }

    private static SwiftResponse link(
            SwiftRequest request, String hidden, String name, String etag, String size, String type, App next) {
        HeaderMap headers = request.headers();
        for (String own : List.of(
                "Etag",
                "X-If-Delete-At",
                "X-Symlink-Target-Account",
                "X-Object-Manifest",
                "X-Static-Large-Object",
                "X-Object-Sysmeta-Slo-Etag",
                "X-Object-Sysmeta-Slo-Size")) {
            headers.remove(own);
        }
        headers.set("X-Object-Sysmeta-Symlink-Target-Etag", etag);
        headers.set("X-Object-Sysmeta-Symlink-Target-Bytes", size);
        headers.set("X-Symlink-Target-Etag", etag);
        headers.set("Content-Type", type);
        headers.set(Symlinks.TARGET, Encoded.encode(hidden + "/" + name));
        headers.set(LINK, "true");
        headers.set(Symlinks.EXTEND, "true");
        headers.set(Symlinks.RESERVED, "true");
        request.method("PUT");
        reserved(request).body(FakeBody.EMPTY);
        SwiftResponse response = next.handle(request);
        Version version = version(name);
        return response.with("Etag", etag).with(VERSION, version == null ? "" : version.id);
    }

    private SwiftResponse mark(SwiftRequest request, String hidden, App next) {
        keepCurrent(request, hidden, next);
        Timestamp now = store.next();
        SwiftRequest mark = reserved(request.own(
                        "PUT", SwiftRequest.Path.of(request.account(), hidden, hiddenObject(request.object(), now))))
                .with("Content-Type", VersionedWrites.DELETED)
                .with("Content-Length", "0");
        mark.contentTypeOverridden(true);
        check(next.handle(mark));
        SwiftResponse response = next.handle(request);
        return response.success() || response.status() == 404 ? response.with(VERSION, now.toString()) : response;
    }

    private static SwiftResponse post(SwiftRequest request, String hidden, App next) {
        SwiftRequest again = reserved(request.own("POST", request.path()));
        again.headers().copy(request.headers(), name -> !name.startsWith("X-Delete-"));
        SwiftResponse response = next.handle(request);
        if (response.status() != 307 || !HeaderMap.isTrue(response.headers().get(LINK))) {
            return response;
        }
        String[] parts = Encoded.decode(response.headers().get("Location", "")).split("/", 5);
        if (parts.length < 5 || !parts[2].equals(request.account()) || !parts[3].equals(hidden)) {
            return response;
        }
        again.path(SwiftRequest.Path.of(parts[2], parts[3], parts[4]));
        return next.handle(again);
    }

    private static SwiftResponse read(SwiftRequest request, String hidden, App next) {
        SwiftResponse response = next.handle(request);
        response.with(VERSION, "null");
        String object = Encoded.encode(request.path().toString());
        String[] location =
                Encoded.decode(response.headers().get("Content-Location", "")).split("/", 5);
        if (location.length == 5 && location[2].equals(request.account()) && location[3].equals(hidden)) {
            Version version = version(location[4]);
            if (version != null) {
                response.with(VERSION, version.id).with("Content-Location", object + "?version-id=" + version.id);
            }
        }
        String[] target =
                Encoded.decode(response.headers().get("X-Symlink-Target", "")).split("/", 2);
        if (target.length == 2 && target[0].equals(hidden)) {
            Version version = version(target[1]);
            if (version != null) {
                response.with(VERSION, version.id);
                response.with(
                        "X-Symlink-Target",
                        Encoded.encode(request.container() + "/" + request.object()) + "?version-id=" + version.id);
            }
        }
        return response;
    }

    private SwiftResponse ofVersion(SwiftRequest request, String hidden, String version, App next) {
        if (request.is("POST")) {
            throw new Refused(400, "POST to a specific version is not allowed");
        } else if (hidden.isEmpty() && !version.equals("null")) {
            throw new Refused(400, "version-aware operations require that the container is versioned");
        }
        Timestamp time = version.equals("null") ? null : time(version);
        if (time == null) {
            return ofUnversioned(request, hidden, next);
        }
        SwiftRequest.Path path = SwiftRequest.Path.of(request.account(), hidden, hiddenObject(request.object(), time));
        return switch (request.method()) {
            case "PUT" -> promote(request, path, next);
            case "DELETE" -> deleteVersion(request, path, version, next);
            default -> readVersion(request, path, version, next);
        };
    }

    private static SwiftResponse ofUnversioned(SwiftRequest request, String hidden, App next) {
        SwiftResponse response = next.handle(request);
        if (request.is("GET", "HEAD") && response.success()) {
            String location = Encoded.decode(response.headers().get("Content-Location", ""));
            if (!hidden.isEmpty() && location.contains("/" + hidden + "/")) {
                response.body().discard();
                throw new Refused(404);
            }
            response.with(VERSION, "null");
        }
        return response;
    }

    private SwiftResponse readVersion(SwiftRequest request, SwiftRequest.Path path, String version, App next) {
        // Whoever may read the object may read its versions, whose container has no list of its own.
        SwiftResponse denial = request.denial(
                store.containerHeaders(request.account(), request.container()).get("X-Container-Read", ""));
        if (denial != null) {
            return denial;
        }
        SwiftRequest.Authorizer authorizer = request.authorizer();
        request.authorizer(null);
        reserved(request).path(path);
        SwiftResponse response = next.handle(request);
        request.authorizer(authorizer);
        if (response.headers().get("Content-Type", "").startsWith("application/x-deleted")) {
            response.body().discard();
            return new SwiftResponse(404).with(VERSION, version).with("Content-Type", VersionedWrites.DELETED);
        }
        return response.success() ? response.with(VERSION, version) : response;
    }

    private static SwiftResponse promote(SwiftRequest request, SwiftRequest.Path path, App next) {
        if (request.body().length() > 0) {
            throw Refused.plain(400, "PUT version-id requests require a zero byte body");
        }
        SwiftResponse found = next.handle(reserved(request.own("HEAD", path)).param("symlink", "get"));
        found.body().discard();
        if (found.status() == 404) {
            throw Refused.plain(404, "The specified version does not exist");
        }
        check(found);
        String size = found.headers()
                .get(StaticLargeObjects.SIZE, String.valueOf(found.body().length()));
        String type = found.headers().get("Content-Type", "");
        return link(request, path.container0(), path.object0(), found.etag(), size, type, next);
    }

    private SwiftResponse deleteVersion(SwiftRequest request, SwiftRequest.Path path, String version, App next) {
        authorize(request);
        SwiftResponse current = next.handle(request.own("HEAD", request.path()).param("symlink", "get"));
        current.body().discard();
        String target = current.status() == 404 || !current.headers().has(LINK)
                ? ""
                : Encoded.decode(current.headers().get("X-Symlink-Target", ""));
        String now = "null";
        if (target.equals(path.container0() + "/" + path.object0())) {
            SwiftRequest unlink = request.own("DELETE", request.path());
            check(next.handle(unlink));
        } else if (!target.isEmpty()) {
            Version latest = version(target.substring(target.indexOf('/') + 1));
            now = latest == null ? "null" : latest.id;
        }
        SwiftResponse response = next.handle(reserved(request.own("DELETE", path)));
        return response.with(VERSION, version).with("X-Object-Current-Version-Id", now);
    }
}
