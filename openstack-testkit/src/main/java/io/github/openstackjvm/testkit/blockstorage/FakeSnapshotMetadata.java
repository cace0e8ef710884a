package io.github.openstackjvm.testkit.blockstorage;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;

/** The key-value pairs of a snapshot. Cinder looks at them less closely than at those of volumes. */
public final class FakeSnapshotMetadata implements FakeResource {
    private final FakeSnapshots snapshots;

    FakeSnapshotMetadata(FakeSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/snapshots/{snapshot}/metadata", call -> all(snapshots.find(call)));
        routes.post("/snapshots/{snapshot}/metadata", call -> merge(call, false));
        routes.put("/snapshots/{snapshot}/metadata", call -> merge(call, true));
        routes.get("/snapshots/{snapshot}/metadata/{key}", call -> pair(call, having(call)));
        routes.put("/snapshots/{snapshot}/metadata/{key}", this::set);
        routes.delete("/snapshots/{snapshot}/metadata/{key}", call -> {
            Row snapshot = having(call);
            Map<String, Object> metadata = copy(snapshot);
            metadata.remove(call.param("key"));
            snapshot.set("metadata", metadata);
            return FakeResponse.of(200);
        });
    }

    private FakeResponse merge(Call call, boolean replace) {
        Map<String, Object> wanted = element(call, "metadata");
        Row snapshot = snapshots.find(call);
        Map<String, Object> metadata = replace ? new LinkedHashMap<>() : copy(snapshot);
        metadata.putAll(wanted);
        check(metadata);
        return all(snapshot.set("metadata", metadata));
    }

    private FakeResponse set(Call call) {
        Map<String, Object> wanted = element(call, "meta");
        if (!wanted.containsKey(call.param("key"))) {
            throw Refusal.badRequest("Request body and URI mismatch");
        }
        if (wanted.size() > 1) {
            throw Refusal.badRequest("Request body contains too many items");
        }
        Row snapshot = snapshots.find(call);
        Map<String, Object> metadata = copy(snapshot);
        metadata.putAll(wanted);
        check(metadata);
        return pair(call, snapshot.set("metadata", metadata));
    }

    private static Map<String, Object> element(Call call, String name) {
        Object body = BlockBody.json(call);
        if (!(body instanceof Map<?, ?> map) || !(map.get(name) instanceof Map)) {
            throw Refusal.badRequest("Missing required element '" + name + "' in request body.");
        }
        return Json.object(map.get(name));
    }

    private static void check(Map<String, Object> metadata) {
        metadata.forEach((key, value) -> {
            if (key.isEmpty()) {
                throw Refusal.badRequest(
                        "Invalid metadata: Invalid input received: Metadata key:  has 0 characters, " + "less than 1.");
            }
            if (!(value instanceof String)) {
                throw Refusal.badRequest("Invalid metadata: Invalid input received: Value for metadata key: " + key
                        + " is not a string or unicode");
            }
        });
    }

    private Row having(Call call) {
        Row snapshot = snapshots.find(call);
        if (!snapshot.object("metadata").containsKey(call.param("key"))) {
            throw Refusal.notFound(
                    "Snapshot " + snapshot.id() + " has no metadata with key " + call.param("key") + ".");
        }
        return snapshot;
    }

    private static FakeResponse all(Row snapshot) {
        return Json.reply(200, Json.map("metadata", snapshot.object("metadata")));
    }

    private static FakeResponse pair(Call call, Row snapshot) {
        String key = call.param("key");
        return Json.reply(
                200, Json.map("meta", Json.map(key, snapshot.object("metadata").get(key))));
    }

    private static Map<String, Object> copy(Row snapshot) {
        return new LinkedHashMap<>(snapshot.object("metadata"));
    }
}
