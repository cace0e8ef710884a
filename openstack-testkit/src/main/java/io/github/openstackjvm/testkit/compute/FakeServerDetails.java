package io.github.openstackjvm.testkit.compute;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;

/** What can be read of one server: addresses, security groups, diagnostics, topology, password; and ways to its screen. */
final class FakeServerDetails implements FakeResource {
    private static final String PATH = "/servers/{server}";

    /** What the numbers of power states are called. */
    private static final Map<Integer, String> POWER =
            Map.of(1, "running", 3, "paused", 4, "shutdown", 6, "crashed", 7, "suspended");

    private final FakeServers servers;

    FakeServerDetails(FakeServers servers) {
        this.servers = servers;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH + "/ips", call -> Json.reply(200, Json.map("addresses", addresses(server(call)))));
        routes.get(PATH + "/ips/{label}", this::network);
        routes.get(PATH + "/os-security-groups", this::securityGroups);
        routes.get(PATH + "/diagnostics", this::diagnostics);
        routes.get(PATH + "/topology", this::topology).since("2.78");
        // What a guest would put there, it puts there itself; there are no guests here.
        routes.get(PATH + "/os-server-password", call -> {
            server(call);
            return Json.reply(200, Json.map("password", ""));
        });
        routes.delete(PATH + "/os-server-password", call -> {
            server(call);
            return FakeResponse.of(204).with("Content-Type", "application/json");
        });
        routes.post(PATH + "/remote-consoles", this::console).since("2.6");
    }

    private Row server(Call call) {
        return servers.instances().get(call);
    }

    private Map<String, Object> addresses(Row server) {
        return new Nics(servers.neutron()).addresses(server, false);
    }

    private FakeResponse network(Call call) {
        String label = call.param("label");
        Map<String, Object> addresses = addresses(server(call));
        if (!addresses.containsKey(label)) {
            throw Refusal.notFound("Instance is not a member of specified network");
        }
        return Json.reply(200, Json.map(label, addresses.get(label)));
    }

    private FakeResponse securityGroups(Call call) {
        Row server = server(call);
        Set<String> ids = new LinkedHashSet<>();
        servers.neutron().ports(server.id()).forEach(port -> ids.addAll(port.texts("security_groups")));
        List<Row> groups = new ArrayList<>();
        ids.forEach(id -> servers.neutron().securityGroup(id).ifPresent(groups::add));
        return Json.reply(200, Json.map("security_groups", new OldSecurityGroups(servers.neutron()).views(groups)));
    }

    private FakeResponse diagnostics(Call call) {
        Row server = server(call);
        FakeCompute.adminOnly(call, "os-server-diagnostics");
        Guard.onHost(server);
        String power = POWER.getOrDefault((int) server.number("power_state"), "pending");
        if (!power.equals("running")) {
            throw Refusal.conflict(
                    "Cannot 'get_diagnostics' instance " + server.id() + " while it is in power state " + power);
        }
        Diagnostics diagnostics = new Diagnostics(server, servers.neutron().ports(server.id()));
        return Json.reply(200, call.since("2.48") ? diagnostics.standard() : diagnostics.old());
    }

    private FakeResponse topology(Call call) {
        server(call);
        return Json.reply(200, Json.map("nodes", List.of(), "pagesize_kb", null));
    }

    private FakeResponse console(Call call) {
        boolean mks = call.since("2.8");
        String[] protocols = mks
                ? new String[] {"vnc", "spice", "rdp", "serial", "mks"}
                : new String[] {"vnc", "spice", "rdp", "serial"};
        String[] types = mks
                ? new String[] {"novnc", "xvpvnc", "rdp-html5", "spice-html5", "serial", "webmks"}
                : new String[] {"novnc", "xvpvnc", "rdp-html5", "spice-html5", "serial"};
        Map<String, Object> wanted = FakeCompute.body(
                call,
                "remote_console",
                Schema.object().required("protocol", Forms.word(protocols)).required("type", Forms.word(types)));
        String protocol = Forms.str(wanted.get("protocol"));
        String type = Forms.str(wanted.get("type"));
        String url = servers.consoles().url(call, server(call), protocol, type);
        return Json.reply(200, Json.map("remote_console", Json.map("protocol", protocol, "type", type, "url", url)));
    }
}
