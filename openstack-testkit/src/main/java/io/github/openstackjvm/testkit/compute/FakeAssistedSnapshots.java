package io.github.openstackjvm.testkit.compute;

import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Schema;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Snapshots of attached volumes, taken for Cinder. They need no keeping: Cinder knows them. */
final class FakeAssistedSnapshots implements FakeResource {
    private static final Schema ANY_TEXT = Schema.text(1, Forms.MAX);
    private static final Schema FORM = Schema.object()
            .required("volume_id", ANY_TEXT)
            .required(
                    "create_info",
                    Schema.object()
                            .required("snapshot_id", ANY_TEXT)
                            .required("type", Forms.word("qcow2"))
                            .required("new_file", ANY_TEXT)
                            .optional("id", ANY_TEXT));

    private final FakeServers servers;

    FakeAssistedSnapshots(FakeServers servers) {
        this.servers = servers;
    }

    @Override
    public void routes(Routes routes) {
        routes.post("/os-assisted-volume-snapshots", this::create);
        routes.delete("/os-assisted-volume-snapshots/{id}", this::delete);
    }

    private static void allow(Call call, String rule) {
        FakeCompute.adminOnly(call, "os-assisted-volume-snapshots:" + rule);
    }

    private void attached(String volume) {
        if (servers.devices().with(volume).isEmpty()) {
            throw Refusal.badRequest("No volume Block Device Mapping with id " + volume + ".");
        }
    }

    private FakeResponse create(Call call) {
        Map<String, Object> wanted = FakeCompute.body(call, "snapshot", FORM);
        allow(call, "create");
        String volume = Forms.str(wanted.get("volume_id"));
        attached(volume);
        Object id = Json.object(wanted.get("create_info")).get("id");
        return Json.reply(200, Json.map("snapshot", Json.map("id", id, "volumeId", volume)));
    }

    private FakeResponse delete(Call call) {
        FakeCompute.query(call, Map.of("delete_info", Forms.TEXT));
        allow(call, "delete");
        String info = call.query("delete_info").orElseThrow(() -> Refusal.badRequest("'delete_info'"));
        Object volume = read(info).get("volume_id");
        if (volume == null) {
            throw Refusal.badRequest("'volume_id'");
        }
        attached(volume.toString());
        return FakeResponse.of(204);
    }

    private static Map<String, Object> read(String info) {
        try {
            return Json.object(Json.read(info.getBytes(UTF_8)));
        } catch (JsonProcessingException e) {
            throw Refusal.badRequest("Expecting value: line 1 column 1 (char 0)");
        }
    }
}
