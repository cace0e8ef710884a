package io.github.openstackjvm.testkit.compute;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;

/** The network interfaces of a server: ports that are plugged in while it runs, and unplugged. */
final class FakeInterfaces implements FakeResource {
    private static final String PATH = "/servers/{server}/os-interface";
    private static final String UNEXPECTED =
            "Unexpected API Error. Please report this at http://bugs.launchpad.net/nova/ and attach the Nova API log if "
                    + "possible.\n";

    private final FakeServers servers;
    private final Neutron neutron;

    FakeInterfaces(FakeServers servers) {
        this.servers = servers;
        neutron = servers.neutron();
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, this::list);
        routes.post(PATH, this::attach);
        routes.get(PATH + "/{port}", this::show);
        routes.delete(PATH + "/{port}", this::detach);
    }

    private FakeResponse list(Call call) {
        Row server = servers.instances().get(call);
        return Json.reply(
                200,
                Json.map(
                        "interfaceAttachments",
                        neutron.ports(server.id()).stream()
                                .map(port -> view(call, server, port))
                                .toList()));
    }

    private static Map<String, Object> view(Call call, Row server, Row port) {
        Map<String, Object> view = Json.map(
                "net_id", port.text("network_id"),
                "port_id", port.id(),
                "mac_addr", port.text("mac_address"),
                "port_state", port.text("status"),
                "fixed_ips", Nics.fixedIps(port));
        if (call.since("2.70")) {
            Map<String, Object> tags = new HashMap<>();
            Nics.of(server).forEach(nic -> Json.put(tags, Forms.str(nic.get("port")), nic.get("tag")));
            Json.put(view, "tag", tags.get(port.id()));
        }
        return view;
    }

    private FakeResponse show(Call call) {
        Row server = servers.instances().get(call);
        return shown(call, server, call.param("port"));
    }

    private FakeResponse shown(Call call, Row server, String id) {
        Row port = neutron.port(call.caller(), id)
                .orElseThrow(() -> Refusal.notFound("Port id " + id + " could not be found."));
        if (!port.is("device_id", server.id())) {
            throw Refusal.notFound("Instance " + server.id() + " does not have a port with id " + id);
        }
        return Json.reply(200, Json.map("interfaceAttachment", view(call, server, port)));
    }

    private static Schema form(Call call) {
        Schema.ObjectSchema form = Schema.object()
                .optional("net_id", Forms.UUID)
                .optional("port_id", Forms.UUID)
                .optional(
                        "fixed_ips",
                        Forms.all(
                                Forms.list(Forms.ANY, 1, 1),
                                Forms.list(Schema.object().required("ip_address", Forms.IP))));
        if (call.since("2.49")) {
            form.optional("tag", Forms.TAG);
        }
        return Schema.object().optional("interfaceAttachment", form);
    }

    private FakeResponse attach(Call call) {
        Map<String, Object> wanted =
                Json.object(FakeCompute.body(call, form(call)).get("interfaceAttachment"));
        Row server = servers.instances().get(call);
        String network = Forms.str(wanted.get("net_id"));
        String port = Forms.str(wanted.get("port_id"));
        String ip = wanted.get("fixed_ips") instanceof List<?> ips && !ips.isEmpty()
                ? Forms.str(Json.object(ips.get(0)).get("ip_address"))
                : "";
        if (!network.isEmpty() && !port.isEmpty()) {
            throw Refusal.badRequest("Must not input both network_id and port_id");
        }
        if (!ip.isEmpty() && network.isEmpty()) {
            throw Refusal.badRequest("Must input network_id when request IP address");
        }
        check(call, server, "attach_interface");
        Row action = servers.log().begin(call, server, "attach_interface", "compute_attach_interface");
        Map<String, Object> request = Json.map("tag", wanted.get("tag"));
        try {
            Row made;
            if (port.isEmpty()) {
                request.put("uuid", network.isEmpty() ? choose(call) : network);
                Json.put(request, "fixed_ip", ip.isEmpty() ? null : ip);
                made = make(call, server, request);
            } else {
                request.put("port", port);
                made = take(call, server, request, port);
            }
            servers.log().end(action, null);
            return shown(call, server, made.id());
        } catch (Refusal refused) {
            servers.log().end(action, refused.message());
            throw refused;
        }
    }

    private static void check(Call call, Row server, String action) {
        Guard.unlocked(call, server);
        Guard.idle(server, action, "active", "paused", "stopped");
    }

    private String choose(Call call) {
        List<Row> networks = neutron.available(call.caller());
        if (networks.isEmpty()) {
            throw Refusal.badRequest("No specific network was requested and none are available for project '"
                    + call.caller().projectId() + "'.");
        }
        if (networks.size() > 1) {
            throw Refusal.badRequest(BootNetworks.SEVERAL);
        }
        return networks.get(0).id();
    }

    private Row make(Call call, Row server, Map<String, Object> request) {
        String network = Forms.str(request.get("uuid"));
        if (neutron.network(call.caller(), network).isEmpty()) {
            // Nova does not expect what Neutron's client says here.
            throw new Refusal(500, UNEXPECTED + "<class 'oslo_messaging.rpc.client.RemoteError'>");
        }
        Object ip = request.get("fixed_ip");
        if (ip != null && neutron.portWith(network, ip.toString()).isPresent()) {
            throw Refusal.conflict("Fixed IP " + ip + " is already in use.");
        }
        try {
            return servers.plugging().make(call.caller(), server, request);
        } catch (Refusal refused) {
            throw translated(refused, network);
        }
    }

    private static Refusal translated(Refusal refused, String network) {
        if (refused.message().startsWith("No more IP addresses available")) {
            return Refusal.badRequest("No fixed IP addresses available for network: " + network);
        }
        if (Objects.equals(refused.type(), "OverQuota")) {
            return Refusal.forbidden("Maximum number of ports exceeded");
        }
        return refused.status() == 400
                ? new Refusal(500, UNEXPECTED + "<class 'nova.exception_Remote.InvalidInput_Remote'>")
                : refused;
    }

    private Row take(Call call, Row server, Map<String, Object> request, String id) {
        Row port = neutron.port(call.caller(), id)
                .orElseThrow(() -> Refusal.notFound("Port id " + id + " could not be found."));
        if (!port.is("project_id", server.get("project_id"))) {
            throw Refusal.badRequest("Port " + id + " not usable for instance " + server.id() + ".");
        }
        if (!port.text("device_id").isEmpty()) {
            throw Refusal.conflict("Port " + id + " is still in use.");
        }
        return servers.plugging().take(server, request);
    }

    // That a port is not there is found on the host, where only the instance actions tell of it.
    private FakeResponse detach(Call call) {
        Row server = servers.instances().get(call);
        String port = call.param("port");
        check(call, server, "detach_interface");
        Row action = servers.log().begin(call, server, "detach_interface", "compute_detach_interface");
        boolean has = Nics.of(server).stream().anyMatch(nic -> port.equals(nic.get("port")));
        if (has) {
            servers.plugging().unplug(server, port);
        }
        servers.log().end(action, has ? null : "Port " + port + " is not attached");
        return ServerActions.accepted();
    }
}
