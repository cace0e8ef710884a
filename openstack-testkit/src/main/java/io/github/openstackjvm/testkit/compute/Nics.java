package io.github.openstackjvm.testkit.compute;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** The network interfaces of servers as servers show them. What several servers need is looked up once. */
final class Nics {
    private final Neutron neutron;
    private final Map<String, String> names = new HashMap<>();
    private @Nullable Map<String, List<Row>> floating;

    Nics(Neutron neutron) {
        this.neutron = neutron;
    }

    /** The interfaces of a server: maps of {@code port}, {@code network}, {@code tag}, {@code made}. */
    static List<Map<String, Object>> of(Row server) {
        List<Map<String, Object>> nics = new ArrayList<>();
        if (server.get("nics") instanceof List<?> list) {
            list.forEach(nic -> nics.add(Json.object(nic)));
        }
        return nics;
    }

    private List<Row> ports(Row server) {
        return of(server).stream()
                .map(nic -> neutron.port(String.valueOf(nic.get("port"))))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The addresses by the name of their network, fixed ones first. */
    Map<String, Object> addresses(Row server, boolean extended) {
        Map<String, List<Object>> fixed = new LinkedHashMap<>();
        Map<String, List<Object>> outside = new LinkedHashMap<>();
        for (Row port : ports(server)) {
            String label = label(port.text("network_id"));
            List<Object> ips = fixed.computeIfAbsent(label, any -> new ArrayList<>());
            for (Map<String, Object> address : fixedIps(port)) {
                String ip = String.valueOf(address.get("ip_address"));
                ips.add(view(ip, "fixed", port, extended));
                for (Row other : floating().getOrDefault(port.id(), List.of())) {
                    if (other.is("fixed_ip_address", ip)) {
                        outside.computeIfAbsent(label, any -> new ArrayList<>())
                                .add(view(other.text("floating_ip_address"), "floating", port, extended));
                    }
                }
            }
        }
        outside.forEach((label, ips) ->
                fixed.computeIfAbsent(label, any -> new ArrayList<>()).addAll(ips));
        return new LinkedHashMap<>(fixed);
    }

    private static Map<String, Object> view(String ip, String type, Row port, boolean extended) {
        Map<String, Object> view = Json.map("version", Addresses.v4(ip) ? 4 : 6, "addr", ip);
        if (extended) {
            view.put("OS-EXT-IPS:type", type);
            view.put("OS-EXT-IPS-MAC:mac_addr", port.text("mac_address"));
        }
        return view;
    }

    /** The names of the security groups at any of the interfaces. */
    List<Object> securityGroups(Row server) {
        Set<String> groups = new LinkedHashSet<>();
        ports(server).forEach(port -> groups.addAll(port.texts("security_groups")));
        return groups.stream()
                .<Object>map(id -> Json.map("name", groupName(id)))
                .toList();
    }

    private String groupName(String id) {
        return names.computeIfAbsent(
                id,
                any -> neutron.securityGroup(id).map(row -> row.text("name")).orElse(id));
    }

    private String label(String network) {
        return names.computeIfAbsent(
                network,
                any -> neutron.network(network).map(row -> row.text("name")).orElse(network));
    }

    private Map<String, List<Row>> floating() {
        if (floating == null) {
            Map<String, List<Row>> byPort = new HashMap<>();
            neutron.floatingIps()
                    .forEach(ip -> byPort.computeIfAbsent(ip.text("port_id"), any -> new ArrayList<>())
                            .add(ip));
            floating = byPort;
        }
        return floating;
    }

    static List<Map<String, Object>> fixedIps(Row port) {
        List<Map<String, Object>> ips = new ArrayList<>();
        if (port.get("fixed_ips") instanceof List<?> list) {
            list.forEach(ip -> ips.add(Json.object(ip)));
        }
        return ips;
    }
}
