package io.github.openstackjvm.testkit.compute;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.openstackjvm.testkit.engine.Caller;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.network.Plugs;
import org.jspecify.annotations.Nullable;

/** Puts servers onto networks and takes them off: ports are made, bound to hosts, freed. */
final class Plugging {
    private final Neutron neutron;
    private final Hosts hosts;

    Plugging(Neutron neutron, Hosts hosts) {
        this.neutron = neutron;
        this.hosts = hosts;
    }

    /**
     * Gives a new server its interfaces.
     *
     * @throws Refusal in Nova's words when it cannot have them
     */
    void plug(Caller caller, Row server) {
        List<Map<String, Object>> requests = requests(caller, server);
        for (Map<String, Object> request : requests) {
            if (request.get("port") == null) {
                make(caller, server, request);
            } else {
                take(server, request);
            }
        }
    }

    private List<Map<String, Object>> requests(Caller caller, Row server) {
        List<Map<String, Object>> requests = new ArrayList<>();
        if (server.get("networks") instanceof List<?> list) {
            list.forEach(request -> requests.add(Json.object(request)));
        } else {
            Optional<String> there =
                    neutron.available(caller).stream().map(Row::id).findFirst();
            Optional<String> network = there.isEmpty() && server.is("auto_network")
                    ? Optional.of(neutron.madeNetwork(server.text("project_id")))
                    : there;
            network.ifPresent(id -> requests.add(Json.map("uuid", id)));
        }
        return requests;
    }

    /** Makes a port for a server in the network asked for. */
    Row make(Caller caller, Row server, Map<String, Object> request) {
        String network = Forms.str(request.get("uuid"));
        boolean outside = neutron.network(network)
                .filter(row -> row.is("router:external") && !row.is("shared"))
                .isPresent();
        if (outside && !caller.admin()) {
            throw new Refusal(403, "It is not allowed to create an interface on external network " + network);
        }
        Object address = request.get("fixed_ip");
        List<String> groups = server.texts("security_groups");
        Row port = neutron.create(new Plugs.Wish(
                server.text("project_id"),
                network,
                address == null ? null : address.toString(),
                groups.isEmpty() ? null : groups,
                server.id(),
                owner(server),
                server.text("host"),
                server.text("hostname")));
        remember(server, port, request.get("tag"), true);
        return port;
    }

    private String owner(Row server) {
        return "compute:" + hosts.zone(server.text("host"));
    }

    /** Gives a server a port that is there already. */
    Row take(Row server, Map<String, Object> request) {
        String id = Forms.str(request.get("port"));
        neutron.bind(id, server.id(), owner(server), server.text("host"));
        Row port = neutron.port(id).orElseThrow(() -> Refusal.badRequest("Port id " + id + " could not be found."));
        remember(server, port, request.get("tag"), false);
        return port;
    }

    private static void remember(Row server, Row port, @Nullable Object tag, boolean made) {
        List<Object> nics = new ArrayList<>(Nics.of(server));
        nics.add(Json.map("port", port.id(), "network", port.text("network_id"), "tag", tag, "made", made));
        server.set("nics", nics);
    }

    /** A server has come to another host, and its ports with it. */
    void move(Row server) {
        for (Map<String, Object> nic : Nics.of(server)) {
            String id = Forms.str(nic.get("port"));
            if (neutron.port(id).isPresent()) {
                neutron.bind(id, server.id(), owner(server), server.text("host"));
            }
        }
    }

    /** Takes a server off one network: a port that was made for it goes, any other is free again. */
    void unplug(Row server, String port) {
        List<Object> nics = new ArrayList<>();
        for (Map<String, Object> nic : Nics.of(server)) {
            if (!port.equals(nic.get("port"))) {
                nics.add(nic);
            } else if (Boolean.TRUE.equals(nic.get("made"))) {
                neutron.delete(port);
            } else {
                neutron.unbind(port);
            }
        }
        server.set("nics", nics);
    }

    /** Takes a server off all networks. */
    void unplug(Row server) {
        Nics.of(server).forEach(nic -> unplug(server, Forms.str(nic.get("port"))));
    }
}
