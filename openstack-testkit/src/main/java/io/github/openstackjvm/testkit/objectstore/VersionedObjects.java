package io.github.openstackjvm.testkit.objectstore;

import java.util.List;

import io.github.openstackjvm.testkit.FakeBody;

/** What becomes of an object, and of one version of it, where versions are kept or once were. */
final class VersionedObjects {
    private static final String LINK = "X-Object-Sysmeta-Versions-Symlink";
    private static final String VERSION = "X-Object-Version-Id";
    private static final String GONE =
            "The versions container does not exist. You may want to re-enable object versioning.";

    private final Store store;

    VersionedObjects(Store store) {
        this.store = store;
    }

    SwiftResponse ofObject(SwiftRequest request, String hidden, boolean enabled, Filter.App next) {
        return switch (request.method()) {
            case "PUT" -> enabled ? put(request, hidden, next) : next.handle(request);
            case "DELETE" -> enabled ? mark(request, hidden, next) : next.handle(request);
            case "POST" -> post(request, hidden, next);
            default -> read(request, hidden, next);
        };
    }

    private static void check(SwiftResponse response) {
        if (response.status() == 404) {
            throw new Refused(412);
        } else if (!response.success()) {
            throw response.status() / 100 == 4 ? new Refused(response) : new Refused(503);
        }
    }

    /** What was there before versions were kept becomes one. */
    private void keepCurrent(SwiftRequest request, String hidden, Filter.App next) {
        store.checkMayWrite(request);
        SwiftResponse current = next.handle(request.own("GET", request.path()).param("symlink", "get"));
        if (current.status() == 404) {
            return;
        }
        check(current);
        try {
            if (!current.headers().has(LINK)) {
                String name = VersionNames.hiddenObject(
                        request.object(), VersionNames.time(current.headers().get("X-Timestamp", "")));
                SwiftRequest put = VersionNames.reserved(
                                request.own("PUT", SwiftRequest.Path.of(request.account(), hidden, name)))
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

    private SwiftResponse put(SwiftRequest request, String hidden, Filter.App next) {
        keepCurrent(request, hidden, next);
        Timestamp now = store.next();
        String name = VersionNames.hiddenObject(request.object(), now);
        SwiftRequest put =
                VersionNames.reserved(request.own("PUT", SwiftRequest.Path.of(request.account(), hidden, name)));
        put.headers().copy(request.headers(), header -> !header.startsWith("X-Delete-"));
        VersionNames.reserved(put).bodyOf(request);
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
            SwiftRequest request, String hidden, String name, String etag, String size, String type, Filter.App next) {
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
        VersionNames.reserved(request).body(FakeBody.EMPTY);
        SwiftResponse response = next.handle(request);
        VersionNames.Version version = VersionNames.version(name);
        return response.with("Etag", etag).with(VERSION, version == null ? "" : version.id());
    }

    private SwiftResponse mark(SwiftRequest request, String hidden, Filter.App next) {
        keepCurrent(request, hidden, next);
        Timestamp now = store.next();
        SwiftRequest mark = VersionNames.reserved(request.own(
                        "PUT",
                        SwiftRequest.Path.of(
                                request.account(), hidden, VersionNames.hiddenObject(request.object(), now))))
                .with("Content-Type", VersionedWrites.DELETED)
                .with("Content-Length", "0");
        mark.contentTypeOverridden(true);
        check(next.handle(mark));
        SwiftResponse response = next.handle(request);
        return response.success() || response.status() == 404 ? response.with(VERSION, now.toString()) : response;
    }

    private static SwiftResponse post(SwiftRequest request, String hidden, Filter.App next) {
        SwiftRequest again = VersionNames.reserved(request.own("POST", request.path()));
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

    private static SwiftResponse read(SwiftRequest request, String hidden, Filter.App next) {
        SwiftResponse response = next.handle(request);
        response.with(VERSION, "null");
        String object = Encoded.encode(request.path().toString());
        String[] location =
                Encoded.decode(response.headers().get("Content-Location", "")).split("/", 5);
        if (location.length == 5 && location[2].equals(request.account()) && location[3].equals(hidden)) {
            VersionNames.Version version = VersionNames.version(location[4]);
            if (version != null) {
                response.with(VERSION, version.id()).with("Content-Location", object + "?version-id=" + version.id());
            }
        }
        String[] target =
                Encoded.decode(response.headers().get("X-Symlink-Target", "")).split("/", 2);
        if (target.length == 2 && target[0].equals(hidden)) {
            VersionNames.Version version = VersionNames.version(target[1]);
            if (version != null) {
                response.with(VERSION, version.id());
                response.with(
                        "X-Symlink-Target",
                        Encoded.encode(request.container() + "/" + request.object()) + "?version-id=" + version.id());
            }
        }
        return response;
    }

    SwiftResponse ofVersion(SwiftRequest request, String hidden, String version, Filter.App next) {
        if (request.is("POST")) {
            throw new Refused(400, "POST to a specific version is not allowed");
        } else if (hidden.isEmpty() && !version.equals("null")) {
            throw new Refused(400, "version-aware operations require that the container is versioned");
        }
        Timestamp time = version.equals("null") ? null : VersionNames.time(version);
        if (time == null) {
            return ofUnversioned(request, hidden, next);
        }
        SwiftRequest.Path path =
                SwiftRequest.Path.of(request.account(), hidden, VersionNames.hiddenObject(request.object(), time));
        return switch (request.method()) {
            case "PUT" -> promote(request, path, next);
            case "DELETE" -> deleteVersion(request, path, version, next);
            default -> readVersion(request, path, version, next);
        };
    }

    private static SwiftResponse ofUnversioned(SwiftRequest request, String hidden, Filter.App next) {
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

    private SwiftResponse readVersion(SwiftRequest request, SwiftRequest.Path path, String version, Filter.App next) {
        // Whoever may read the object may read its versions, whose container has no list of its own.
        SwiftResponse denial = request.denial(
                store.containerHeaders(request.account(), request.container()).get("X-Container-Read", ""));
        if (denial != null) {
            return denial;
        }
        SwiftRequest.Authorizer authorizer = request.authorizer();
        request.authorizer(null);
        VersionNames.reserved(request).path(path);
        SwiftResponse response = next.handle(request);
        request.authorizer(authorizer);
        if (response.headers().get("Content-Type", "").startsWith("application/x-deleted")) {
            response.body().discard();
            return new SwiftResponse(404).with(VERSION, version).with("Content-Type", VersionedWrites.DELETED);
        }
        return response.success() ? response.with(VERSION, version) : response;
    }

    private static SwiftResponse promote(SwiftRequest request, SwiftRequest.Path path, Filter.App next) {
        if (request.body().length() > 0) {
            throw Refused.plain(400, "PUT version-id requests require a zero byte body");
        }
        SwiftResponse found =
                next.handle(VersionNames.reserved(request.own("HEAD", path)).param("symlink", "get"));
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

    private SwiftResponse deleteVersion(SwiftRequest request, SwiftRequest.Path path, String version, Filter.App next) {
        store.checkMayWrite(request);
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
            VersionNames.Version latest = VersionNames.version(target.substring(target.indexOf('/') + 1));
            now = latest == null ? "null" : latest.id();
        }
        SwiftResponse response = next.handle(VersionNames.reserved(request.own("DELETE", path)));
        return response.with(VERSION, version).with("X-Object-Current-Version-Id", now);
    }
}
