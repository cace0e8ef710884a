package io.github.openstackjvm.testkit.objectstore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.github.openstackjvm.testkit.FakeBody;
import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.FakeService;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.World;

/** What the store keeps: accounts, containers and objects as rows. */
final class Store {
    /** As Swift's databases order names: by the code points, which Java's own order of texts does not do. */
    static final Comparator<String> BY_NAME = Store::compare;

    private final World world;
    private final FakeService swift;

    Store(World world, FakeService swift) {
        this.world = world;
        this.swift = swift;
    }

    private static int compare(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; i++) {
            if (one.charAt(i) != other.charAt(i)) {
                return Integer.compare(one.codePointAt(startOf(one, i)), other.codePointAt(startOf(other, i)));
            }
        }
        return Integer.compare(one.length(), other.length());
    }

    private static int startOf(String text, int index) {
        return index > 0 && Character.isLowSurrogate(text.charAt(index)) ? index - 1 : index;
    }

    World world() {
        return world;
    }

    /** A time later than all before it: with equal times Swift would take the later write for the earlier one. */
    Timestamp next() {
        FakeCollection clock = swift.collection("clock");
        Row last = clock.find("last").orElseGet(() -> clock.add(Row.of("id", "last", "raw", 0L)));
        Timestamp now = new Timestamp(Math.max(Timestamp.of(world.now()).raw(), last.number("raw") + 1));
        last.set("raw", now.raw());
        return now;
    }

    Timestamp now() {
        return Timestamp.of(world.now());
    }

    Optional<Row> account(String name) {
        return swift.collection("accounts").find(name);
    }

    /** The account, made with the first thing that is kept of it. */
    Row madeAccount(String name) {
        return account(name).orElseGet(() -> {
            Timestamp now = next();
            return swift.collection("accounts")
                    .add(Row.of("id", name, "created", now.raw(), "put", now.raw(), "headers", Map.of()));
        });
    }

    void removeAccount(String name) {
        for (Row container : containers(name).all()) {
            FakeCollection objects = objects(name, container.id());
            objects.all().forEach(row -> forget(objects, row));
            containers(name).remove(container.id());
        }
        swift.collection("accounts").remove(name);
    }

    Optional<Row> container(String account, String name) {
        return containers(account).find(name);
    }

    FakeCollection containers(String account) {
        return swift.collection("containers/" + account);
    }

    /** The objects of a container that have not expired. */
    FakeCollection objects(String account, String container) {
        FakeCollection objects = swift.collection("objects/" + account + "/" + container);
        for (Row expired : objects.where(row -> row.number("delete_at") > 0
                && row.number("delete_at") <= world.now().getEpochSecond())) {
            forget(objects, expired);
        }
        return objects;
    }

    Optional<Row> object(SwiftRequest.Path path) {
        return container(path.account(), path.container0())
                .flatMap(row -> objects(path.account(), path.container0()).find(path.object0()));
    }

    static void forget(FakeCollection objects, Row row) {
        objects.remove(row.id());
        body(row).discard();
    }

    static FakeBody body(Row object) {
        return object.get("body") instanceof FakeBody body ? body : FakeBody.EMPTY;
    }

    static HeaderMap headers(Row row) {
        Map<String, String> headers = new LinkedHashMap<>();
        row.object("headers").forEach((name, value) -> headers.put(name, String.valueOf(value)));
        return new HeaderMap(headers);
    }

    HeaderMap accountHeaders(String account) {
        return account(account).map(Store::headers).orElseGet(HeaderMap::new);
    }

    HeaderMap containerHeaders(String account, String container) {
        return container(account, container).map(Store::headers).orElseGet(HeaderMap::new);
    }

    /** Refuses what the caller may not write into the container, before anything is done. */
    void checkMayWrite(SwiftRequest request) {
        SwiftResponse denial = request.denial(
                containerHeaders(request.account(), request.container()).get("X-Container-Write", ""));
        if (denial != null) {
            throw new Refused(denial);
        }
    }

    long count(String account, String container) {
        return objects(account, container).all().size();
    }

    long bytes(String account, String container) {
        return objects(account, container).all().stream()
                .mapToLong(row -> body(row).length())
                .sum();
    }

    /** Whether the request shows the key with which another cluster may write here. */
    boolean syncKeyFits(SwiftRequest request) {
        String key = containerHeaders(request.account(), request.container()).get("X-Container-Sync-Key", "");
        return !key.isEmpty()
                && key.equals(request.headers().get("X-Container-Sync-Key"))
                && request.headers().has("X-Timestamp");
    }

    /** The keys with which links to what is in an account or container can be signed. */
    static List<String> keys(HeaderMap headers, String kind) {
        List<String> keys = new ArrayList<>();
        for (String number : List.of("", "-2")) {
            String key = headers.get("X-" + kind + "-Meta-Temp-Url-Key" + number, "");
            if (!key.isEmpty()) {
                keys.add(key);
            }
        }
        return keys;
    }

    /** Changes what is kept of an account or container: an empty value removes. Refuses what is too much. */
    void merge(Row row, HeaderMap changes) {
        HeaderMap kept = headers(row);
        changes.forEach((name, value) -> {
            if (value.isEmpty()) {
                kept.remove(name);
            } else {
                kept.set(name, value);
            }
        });
        int count = 0;
        int size = 0;
        for (Map.Entry<String, String> header : kept.toMap().entrySet()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (name.startsWith("x-account-meta-") || name.startsWith("x-container-meta-")) {
                count++;
                size += name.length()
                        - name.indexOf("-meta-")
                        - 6
                        + header.getValue().length();
            }
        }
        if (count > Info.MAX_META_COUNT) {
            throw new Refused(400, "Too many metadata items; max " + Info.MAX_META_COUNT);
        } else if (size > Info.MAX_META_SIZE) {
            throw new Refused(400, "Total metadata too large; max " + Info.MAX_META_SIZE);
        }
        row.set("headers", kept.toMap());
    }
}
