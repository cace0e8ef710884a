package io.github.openstackjvm.testkit.objectstore;

import java.util.List;

import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Row;

/** Accounts: one a project, there from the first time something is kept in it. */
final class Accounts {
    private final Store store;

    Accounts(Store store) {
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

    private SwiftResponse read(SwiftRequest request) {
        Listing listing = Listing.of(request);
        String account = request.account();
        SwiftResponse response = new SwiftResponse(request.is("HEAD") ? 204 : 200).with(stats(account));
        response.with(store.accountHeaders(account));
        Proxy.hideFromOthers(request, response);
        if (request.is("HEAD")) {
            return response;
        }
        return response.listing(listing.entries(
                store.containers(account).all(),
                row -> Json.map(
                        "name", row.id(),
                        "count", store.count(account, row.id()),
                        "bytes", store.bytes(account, row.id()),
                        "last_modified", new Timestamp(row.number("put")).iso()),
                folder -> Json.map("subdir", folder)));
    }

    private HeaderMap stats(String account) {
        long containers = 0;
        long objects = 0;
        long bytes = 0;
        for (Row container : store.containers(account).all()) {
            containers++;
            objects += store.count(account, container.id());
            bytes += store.bytes(account, container.id());
        }
        HeaderMap stats = new HeaderMap();
        stats.set("X-Account-Container-Count", String.valueOf(containers));
        stats.set("X-Account-Object-Count", String.valueOf(objects));
        stats.set("X-Account-Bytes-Used", String.valueOf(bytes));
        Row row = store.account(account).orElse(null);
        if (row == null) {
            // Not there yet, which is not told.
            stats.set("X-Timestamp", store.now().toString());
            stats.set("X-Put-Timestamp", store.now().toString());
            return stats;
        }
        stats.set("X-Timestamp", new Timestamp(row.number("created")).toString());
        stats.set("Accept-Ranges", "bytes");
        stats.set("X-Account-Project-Domain-Id", "default");
        if (row.is("used")) {
            String policy = "X-Account-Storage-Policy-" + Info.POLICY + "-";
            stats.set(policy + "Container-Count", String.valueOf(containers));
            stats.set(policy + "Object-Count", String.valueOf(objects));
            stats.set(policy + "Bytes-Used", String.valueOf(bytes));
        }
        return stats;
    }

    private SwiftResponse put(SwiftRequest request) {
        Proxy.checkMetadata(request, "account");
        boolean there = store.account(request.account()).isPresent();
        Row account = store.madeAccount(request.account());
        account.set("put", store.next().raw());
        store.merge(account, Proxy.kept(request, "Account", List.of()));
        return new SwiftResponse(there ? 202 : 201);
    }

    private SwiftResponse post(SwiftRequest request) {
        Proxy.checkMetadata(request, "account");
        store.merge(store.madeAccount(request.account()), Proxy.kept(request, "Account", List.of()));
        return new SwiftResponse(204);
    }

    // Only for resellers, of which the fake has none unless a test makes one.
    private SwiftResponse delete(SwiftRequest request) {
        if (!request.params().isEmpty()) {
            return new SwiftResponse(400);
        }
        if (store.account(request.account()).isEmpty()) {
            return new SwiftResponse(404);
        }
        store.removeAccount(request.account());
        return new SwiftResponse(204);
    }
}
