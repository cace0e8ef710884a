package io.github.openstackjvm.testkit.objectstore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.openstackjvm.testkit.engine.Json;

/**
 * Every version of every object, once a container has it switched on: the bytes lie in a hidden container, and the object is
 * a link to the latest of them.
 */
final class ObjectVersioning implements Filter {
    private static final String ENABLED = "X-Container-Sysmeta-Versions-Enabled";
    private static final String HIDDEN = "X-Container-Sysmeta-Versions-Container";
    private static final String CLIENT = "X-Versions-Enabled";

    private final Store store;
    private final VersionedObjects objects;

    ObjectVersioning(Store store) {
        this.store = store;
        this.objects = new VersionedObjects(store);
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
            return objects.ofVersion(request, Encoded.decode(hidden), version, next);
        }
        return hidden.isEmpty()
                ? next.handle(request)
                : objects.ofObject(request, Encoded.decode(hidden), enabled, next);
    }

    private SwiftResponse account(SwiftRequest request, App next) {
        SwiftResponse response = next.handle(request);
        List<Map<String, Object>> listing = response.listing();
        if (listing != null) {
            for (Map<String, Object> entry : listing) {
                if (entry.get("name") instanceof String name) {
                    long more = store.bytes(request.account(), VersionNames.hiddenContainer(name));
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
        String hidden = VersionNames.hiddenContainer(request.container());
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
            long more = store.bytes(request.account(), VersionNames.hiddenContainer(request.container()));
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
        VersionNames.Version version = VersionNames.version(parts[4]);
        if (version != null && request.param("versions") == null) {
            SwiftRequest.Path target = SwiftRequest.Path.of(parts[2], request.container(), version.name());
            entry.put("symlink_path", Encoded.encode(target.toString()) + "?version-id=" + version.id());
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
            String hidden = VersionNames.hiddenContainer(request.container());
            next.handle(VersionNames.reserved(request.own("PUT", SwiftRequest.Path.of(request.account(), hidden)))
                    .with("Content-Length", "0"));
            request.with(HIDDEN, Encoded.encode(hidden));
        }
        SwiftResponse response = next.handle(request);
        if (!response.success() && on && !container.has(HIDDEN)) {
            next.handle(VersionNames.reserved(request.own(
                    "DELETE",
                    SwiftRequest.Path.of(request.account(), VersionNames.hiddenContainer(request.container())))));
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
            next.handle(VersionNames.reserved(request.own("DELETE", SwiftRequest.Path.of(request.account(), hidden))));
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
        SwiftRequest list = VersionNames.reserved(request.own(
                "GET", SwiftRequest.Path.of(request.account(), VersionNames.hiddenContainer(request.container()))));
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
                            : VersionNames.hiddenObject(marker, marked(versionMarker)));
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
            VersionNames.Version version = VersionNames.version(hiddenName);
            if (version != null) {
                boolean mark = VersionedWrites.DELETED.equals(entry.get("content_type"));
                boolean last = linked.contains(hiddenName) || (mark && !latest.contains(version.name()));
                if (last) {
                    latest.add(version.name());
                }
                entry.put("is_latest", last);
                entry.put("name", version.name());
                entry.put("version_id", version.id());
                all.add(entry);
            }
        }
        folders.forEach(folder -> all.add(Json.map("subdir", folder)));
        return all;
    }
}
