package io.github.openstackjvm.testkit.objectstore;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Row;

/** Containers and what is in them. */
final class Containers {
    private static final List<String> SETTINGS = List.of(
            "X-Container-Read",
            "X-Container-Write",
            "X-Container-Sync-Key",
            "X-Container-Sync-To",
            "X-Versions-Location");

    private final Store store;

    Containers(Store store) {
        this.store = store;
    }

    SwiftResponse handle(SwiftRequest request) {
        return switch (request.method()) {
            case "GET", "HEAD" -> read(request);
            case "PUT" -> put(request);
            case "POST" -> post(request);
            default -> delete(request);
        };
    }

    private Optional<Row> find(SwiftRequest request) {
        return store.container(request.account(), request.container());
    }

    private SwiftResponse read(SwiftRequest request) {
        Listing listing = request.is("GET") ? Listing.of(request) : null;
        Row container = find(request).orElse(null);
        SwiftResponse denial =
                request.denial(container == null ? "" : Store.headers(container).get("X-Container-Read", ""));
        if (denial != null || container == null) {
            return denial != null ? denial : new SwiftResponse(404);
        }
        String account = request.account();
        SwiftResponse response = new SwiftResponse(request.is("HEAD") ? 204 : 200);
        response.with("X-Container-Object-Count", String.valueOf(store.count(account, container.id())));
        response.with("X-Container-Bytes-Used", String.valueOf(store.bytes(account, container.id())));
        response.with("X-Timestamp", new Timestamp(container.number("created")).toString());
        response.with("Last-Modified", new Timestamp(container.number("put")).http());
        response.with("Accept-Ranges", "bytes");
        response.with("X-Storage-Policy", Info.POLICY);
        response.with(Store.headers(container));
        Proxy.hideFromOthers(request, response);
        if (listing == null) {
            return response;
        }
        return response.listing(listing.entries(
                store.objects(account, container.id()).all(), Containers::entry, folder -> Json.map("subdir", folder)));
    }

    private static Map<String, Object> entry(Row object) {
        String type = object.text("listed_type");
        int bytes = type.indexOf(";swift_bytes=");
        return Json.map(
                "bytes",
                object.number("listed_bytes"),
                "hash",
                object.text("listed_etag"),
                "name",
                object.id(),
                "content_type",
                bytes < 0 ? type : type.substring(0, bytes),
                "last_modified",
                new Timestamp(object.number("timestamp")).iso());
    }

    private HeaderMap changes(SwiftRequest request) {
        for (String list : List.of("X-Container-Read", "X-Container-Write")) {
            String value = request.headers().get(list);
            if (value != null) {
                request.with(list, AccessList.cleaned(list, value));
            }
        }
        Proxy.checkMetadata(request, "container");
        return Proxy.kept(request, "Container", SETTINGS);
    }

    private SwiftResponse put(SwiftRequest request) {
        HeaderMap changes = changes(request);
        String policy = request.headers().get("X-Storage-Policy", "");
        if (!policy.isEmpty() && !policy.equalsIgnoreCase(Info.POLICY)) {
            throw Refused.plain(400, "Invalid X-Storage-Policy '" + policy + "'");
        }
        String name = request.container();
        int length = name.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        if (length > Info.MAX_CONTAINER_NAME) {
            throw new Refused(400, "Container name length of " + length + " longer than " + Info.MAX_CONTAINER_NAME);
        }
        ContainerSync.check(changes.get("X-Container-Sync-To", ""));
        store.madeAccount(request.account()).set("used", true);
        boolean there = find(request).isPresent();
        Timestamp now = store.next();
        Row container = find(request)
                .orElseGet(() -> Row.of("id", name, "created", now.raw(), "put", now.raw(), "headers", Map.of()));
        store.merge(container, changes);
        container.set("put", now.raw());
        store.containers(request.account()).add(container);
        return new SwiftResponse(there ? 202 : 201);
    }

    private SwiftResponse post(SwiftRequest request) {
        HeaderMap changes = changes(request);
        ContainerSync.check(changes.get("X-Container-Sync-To", ""));
        Row container = find(request).orElseThrow(() -> new Refused(404));
        store.merge(container, changes);
        container.set("put", store.next().raw());
        return new SwiftResponse(204);
    }

    private SwiftResponse delete(SwiftRequest request) {
        if (find(request).isEmpty()) {
            return new SwiftResponse(404);
        }
        if (store.count(request.account(), request.container()) > 0) {
            return new SwiftResponse(409);
        }
        store.containers(request.account()).remove(request.container());
        return new SwiftResponse(204);
    }
}
