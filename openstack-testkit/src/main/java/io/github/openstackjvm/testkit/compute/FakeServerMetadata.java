package io.github.openstackjvm.testkit.compute;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;

/** The metadata of servers. */
final class FakeServerMetadata implements FakeResource {
    private static final String PATH = "/servers/{server}/metadata";
    private static final String[] STATES = {"active", "paused", "suspended", "stopped"};
    private static final Schema ALL = Schema.object().required("metadata", Forms.METADATA);
    private static final Schema ONE = Schema.object()
            .required(
                    "meta",
                    Schema.object()
                            .others("^[a-zA-Z0-9-_:. ]{1,255}$", Schema.text(0, 255))
                            .size(1, 1));

    private final FakeServers servers;

    FakeServerMetadata(FakeServers servers) {
        this.servers = servers;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, call -> Json.reply(200, Json.map("metadata", of(server(call)))));
        routes.post(PATH, call -> change(call, false));
        routes.put(PATH, call -> change(call, true));
        routes.get(PATH + "/{key}", this::show);
        routes.put(PATH + "/{key}", this::set);
        routes.delete(PATH + "/{key}", this::remove);
    }

    private Row server(Call call) {
        return servers.instances().get(call);
    }

    private static Map<String, Object> of(Row server) {
        return server.object("metadata");
    }

    private FakeResponse change(Call call, boolean replace) {
        Map<String, Object> wanted = Json.object(FakeCompute.body(call, ALL).get("metadata"));
        Row server = server(call);
        return Json.reply(200, Json.map("metadata", merge(call, server, wanted, replace)));
    }

    private Map<String, Object> merge(Call call, Row server, Map<String, Object> wanted, boolean replace) {
        check(call, server, "update metadata");
        Map<String, Object> metadata = new LinkedHashMap<>(replace ? Map.of() : of(server));
        metadata.putAll(wanted);
        servers.checks().checkMetadata(call.caller(), metadata);
        servers.instances().touch(server.set("metadata", metadata));
        return metadata;
    }

    private static void check(Call call, Row server, String action) {
        Guard.unlocked(call, server);
        Guard.in(server, action, STATES);
        Guard.launched(server, action);
    }

    private FakeResponse show(Call call) {
        Row server = server(call);
        String key = key(call, server);
        return Json.reply(200, Json.map("meta", Json.map(key, of(server).get(key))));
    }

    private static String key(Call call, Row server) {
        String key = call.param("key");
        if (!of(server).containsKey(key)) {
            throw Refusal.notFound("Metadata item was not found");
        }
        return key;
    }

    private FakeResponse set(Call call) {
        Map<String, Object> meta = Json.object(FakeCompute.body(call, ONE).get("meta"));
        Row server = server(call);
        if (!meta.containsKey(call.param("key"))) {
            throw Refusal.badRequest("Request body and URI mismatch");
        }
        merge(call, server, meta, false);
        return Json.reply(200, Json.map("meta", meta));
    }

    private FakeResponse remove(Call call) {
        Row server = server(call);
        String key = key(call, server);
        check(call, server, "delete metadata");
        Map<String, Object> metadata = new LinkedHashMap<>(of(server));
        metadata.remove(key);
        servers.instances().touch(server.set("metadata", metadata));
        return FakeResponse.of(204).with("Content-Type", "application/json");
    }
}
