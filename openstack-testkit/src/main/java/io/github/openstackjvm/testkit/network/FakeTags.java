package io.github.openstackjvm.testkit.network;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.openstackjvm.testkit.FakeBody;
import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Python;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;

/** The tags of a resource of Neutron. */
final class FakeTags implements FakeResource {
    private final NetworkResource owner;
    private final String path;

    FakeTags(NetworkResource owner) {
        this(owner, owner.path());
    }

    /** Of a resource whose tags have another address than itself. */
    FakeTags(NetworkResource owner, String path) {
        this.owner = owner;
        this.path = path;
    }

    @Override
    public void routes(Routes routes) {
        String tags = path + "/{id}/tags";
        routes.get(tags, call -> Json.reply(200, Json.map("tags", get(call).texts("tags"))));
        routes.put(tags, this::replace);
        routes.delete(tags, call -> {
            set(get(call), List.of());
            return FakeResponse.of(204);
        });
        routes.get(tags + "/{tag}", call -> {
            has(call, get(call));
            return FakeResponse.of(204);
        });
        routes.put(tags + "/{tag}", this::add);
        routes.delete(tags + "/{tag}", this::remove);
    }

    private Row get(Call call) {
        owner.prepare(call);
        String id = call.param("id");
        return owner.find(call, id)
                .orElseThrow(() -> new Refusal(
                        404, "TagResourceNotFound", "Resource " + owner.many() + " " + id + " could not be found."));
    }

    private static void has(Call call, Row row) {
        if (!row.texts("tags").contains(tag(call))) {
            throw new Refusal(404, "TagNotFound", "Tag " + tag(call) + " could not be found.");
        }
    }

    /** Neutron reads addresses as Latin-1: a tag beyond ASCII comes out garbled when it is part of one. */
    private static String tag(Call call) {
        return new String(call.param("tag").getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private void set(Row row, List<String> tags) {
        row.set("tags", tags);
        owner.touch(row);
    }

    private FakeResponse add(Call call) {
        Row row = get(call);
        List<String> tags = row.texts("tags");
        if (!tags.contains(tag(call))) {
            tags.add(tag(call));
            set(row, tags);
        }
        return new FakeResponse(201, Json.reply(201, "").headers(), FakeBody.of("null"));
    }

    private FakeResponse remove(Call call) {
        Row row = get(call);
        has(call, row);
        List<String> tags = row.texts("tags");
        tags.remove(tag(call));
        set(row, tags);
        return FakeResponse.of(204);
    }

    private FakeResponse replace(Call call) {
        Map<String, Object> body = NetworkBody.json(call);
        if (!(body.get("tags") instanceof List<?> list)) {
            throw body.containsKey("tags")
                    ? invalid("'" + Python.str(body.get("tags")) + "' is not a list.")
                    : invalid("Invalid tags body.");
        }
        Set<Object> seen = new HashSet<>();
        for (Object tag : list) {
            if (!(tag instanceof String)) {
                throw invalid("'" + Python.str(tag) + "' is not a valid string.");
            }
            if (!seen.add(tag)) {
                throw invalid("Duplicate items in the list: '" + tag + "'.");
            }
        }
        Row row = get(call);
        set(row, list.stream().map(String::valueOf).toList());
        return Json.reply(200, Json.map("tags", row.texts("tags")));
    }

    private static Refusal invalid(String what) {
        return new Refusal(400, "InvalidInput", "Invalid input for operation: " + what);
    }
}
