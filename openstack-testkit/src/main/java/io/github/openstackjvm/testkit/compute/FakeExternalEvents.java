package io.github.openstackjvm.testkit.compute;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;

/** What other services tell of servers. It is taken down for the hosts, which here need no telling. */
final class FakeExternalEvents implements FakeResource {
    private static final Set<String> WITH_TAG = Set.of("volume-extended", "power-update", "accelerator-request-bound");

    private final FakeServers servers;

    FakeExternalEvents(FakeServers servers) {
        this.servers = servers;
    }

    @Override
    public void routes(Routes routes) {
        routes.post("/os-server-external-events", this::send);
    }

    private static Schema form(Call call) {
        List<String> names = new ArrayList<>(
                List.of("network-changed", "network-vif-plugged", "network-vif-unplugged", "network-vif-deleted"));
        Map<String, String> later = new LinkedHashMap<>();
        later.put("volume-extended", "2.51");
        later.put("power-update", "2.76");
        later.put("accelerator-request-bound", "2.82");
        later.put("volume-reimaged", "2.93");
        later.forEach((name, version) -> {
            if (call.since(version)) {
                names.add(name);
            }
        });
        Schema event = Schema.object()
                .required("server_uuid", Forms.UUID)
                .required("name", Forms.word(names.toArray(String[]::new)))
                .optional("status", Forms.word("failed", "completed", "in-progress"))
                .optional("tag", Schema.text(0, 255));
        return Schema.object().required("events", Forms.list(event, 1, Forms.MAX));
    }

    private FakeResponse send(Call call) {
        Map<String, Object> wanted = FakeCompute.body(call, form(call));
        FakeCompute.adminOnly(call, "os-server-external-events:create");
        List<Object> told = new ArrayList<>();
        int status = 200;
        for (Object each : (List<?>) wanted.getOrDefault("events", List.of())) {
            Map<String, Object> event = new LinkedHashMap<>(Json.object(each));
            int code = code(event);
            event.put("status", code == 200 ? "completed" : "failed");
            event.put("code", code);
            told.add(event);
            status = code == 200 ? status : 207;
        }
        return Json.reply(status, Json.map("events", told));
    }

    private int code(Map<String, Object> event) {
        Optional<Row> server = servers.instances().find(Forms.str(event.get("server_uuid")));
        if (server.isEmpty()) {
            return 404;
        }
        if (WITH_TAG.contains(Forms.str(event.get("name"))) && event.get("tag") == null) {
            return 400;
        }
        return server.get().text("host").isEmpty() ? 422 : 200;
    }
}
