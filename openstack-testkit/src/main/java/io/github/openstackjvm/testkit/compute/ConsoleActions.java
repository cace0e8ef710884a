package io.github.openstackjvm.testkit.compute;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;
import org.jspecify.annotations.Nullable;

/** What servers print, and ways to their screens. There are those of VNC and SPICE, as in most clouds. */
final class ConsoleActions {
    private static final Map<String, String> TYPES = Map.of("vnc", "novnc", "spice", "spice-html5");

    private final FakeServers servers;

    ConsoleActions(FakeServers servers) {
        this.servers = servers;
    }

    void add(ServerActions actions) {
        actions.add("os-getConsoleOutput", this::output)
                .takes(Schema.object().optional("length", Forms.whole("^-?[0-9]+$", -1, "integer", "string", "null")));
        old(actions, "os-getVNCConsole", "vnc", "novnc", "xvpvnc");
        old(actions, "os-getSPICEConsole", "spice", "spice-html5");
        old(actions, "os-getRDPConsole", "rdp", "rdp-html5");
        old(actions, "os-getSerialConsole", "serial", "serial");
    }

    private void old(ServerActions actions, String name, String protocol, String... types) {
        actions.add(name, (call, server, argument) -> {
                    String type = Forms.str(Json.object(argument).get("type"));
                    if (type.equals("xvpvnc")) {
                        // Nova forgot to expect this one when it took the type away.
                        throw new Refusal(
                                500,
                                "Unexpected API Error. Please report this at http://bugs.launchpad.net/nova/ and attach the "
                                        + "Nova API log if possible.\n"
                                        + "<class 'nova.exception_Remote.ConsoleTypeInvalid_Remote'>");
                    }
                    return Json.reply(
                            200, Json.map("console", Json.map("type", type, "url", url(call, server, protocol, type))));
                })
                .takes(Schema.object().required("type", Forms.word(types)))
                .until("2.5");
    }

    /** A way to the screen of a server. */
    String url(Call call, Row server, String protocol, String type) {
        Guard.onHost(server);
        if (List.of("deleting", "migrating").contains(server.text("task_state"))) {
            throw Guard.state(server, "get_" + protocol + "_console", "task_state");
        }
        if (!TYPES.containsKey(protocol)) {
            throw Refusal.badRequest("Unavailable console type " + type + ".");
        }
        if (!type.equals(TYPES.get(protocol))) {
            throw Refusal.badRequest("Invalid console type " + type);
        }
        String token = servers.nova().world().ids().uuid();
        servers.nova()
                .collection("console_tokens")
                .add(Row.of(
                        "id",
                        token,
                        "instance_uuid",
                        server.id(),
                        "console_type",
                        type,
                        "host",
                        server.text("host"),
                        "port",
                        5900,
                        "internal_access_path",
                        null,
                        "created_at",
                        servers.instances().now()));
        String page = call.request().origin() + "/" + protocol + "/" + protocol + "_auto.html?";
        return protocol.equals("vnc") ? page + "path=%3Ftoken%3D" + token : page + "token=" + token;
    }

    private FakeResponse output(Call call, Row server, @Nullable Object argument) {
        Object length = Json.object(argument).get("length");
        Guard.onHost(server);
        String[] lines = lines(server);
        if (length != null) {
            int wanted = (int) Forms.number(length);
            // Nova takes -1, which is to mean everything, for "all but the first line".
            int from = wanted >= 0 ? Math.max(0, lines.length - wanted) : Math.min(lines.length, -wanted);
            lines = Arrays.copyOfRange(lines, from, lines.length);
        }
        return Json.reply(200, Json.map("output", String.join("\n", lines)));
    }

    private static String[] lines(Row server) {
        String[] lines = new String[41];
        for (int i = 0; i < 40; i++) {
            lines[i] =
                    String.format("[%12.6f] %s: step %d of the boot", (i + 1) / 100.0, server.text("hostname"), i + 1);
        }
        lines[40] = server.text("hostname") + " login: ";
        return lines;
    }
}
