package io.github.openstackjvm.testkit.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** What a port shows of itself, some of which is that of its network, or of a trunk. */
final class PortView {
    private final FakeNetwork neutron;

    PortView(FakeNetwork neutron) {
        this.neutron = neutron;
    }

    /** All that it shows, policy aside. */
    Map<String, Object> of(Row row) {
        Map<String, Object> view = row.pick("id", "name", "network_id");
        view.put("tenant_id", row.text("project_id"));
        view.putAll(row.pick(
                "mac_address",
                "admin_state_up",
                "status",
                "device_id",
                "device_owner",
                "fixed_ips",
                "allowed_address_pairs",
                "extra_dhcp_opts",
                "security_groups",
                "description",
                "binding:vnic_type",
                "binding:profile",
                "binding:host_id",
                "binding:vif_type",
                "binding:vif_details",
                "port_security_enabled",
                "qos_policy_id"));
        Json.put(view, "qos_network_policy_id", networkPolicy(row));
        view.putAll(row.pick("dns_name"));
        view.put("dns_assignment", names(row));
        view.putAll(row.pick("dns_domain", "propagate_uplink_status"));
        for (String optional : List.of("device_profile", "numa_affinity_policy")) {
            Json.put(view, optional, row.get(optional));
        }
        Json.put(view, "resource_request", null);
        view.putAll(row.pick("ip_allocation"));
        neutron.trunks().details(row.id()).ifPresent(details -> view.put("trunk_details", details));
        view.putAll(row.pick(NetworkResource.STANDARD_VIEW));
        if (row.is("binding:vif_type", "ovs")) {
            Map<String, Object> details = Json.map();
            details.putAll(row.object("binding:vif_details"));
            details.put("bound_drivers", Json.map("0", "openvswitch"));
            view.put("binding:vif_details", details);
        }
        if (FakePortBindings.isWithout(row)) {
            view.keySet().removeIf(name -> name.startsWith("binding:"));
        }
        return view;
    }

    private static List<Object> names(Row row) {
        List<Object> names = new ArrayList<>();
        for (FakePorts.Fixed fixed : FakePorts.addresses(row)) {
            String name = row.text("dns_name");
            String host = name.isEmpty()
                    ? "host-" + fixed.ip().toString().replace('.', '-').replace(':', '-')
                    : name.split("\\.", 2)[0];
            names.add(Json.map(
                    "ip_address",
                    fixed.ip().toString(),
                    "hostname",
                    host,
                    "fqdn",
                    name.endsWith(".") ? name : (name.isEmpty() ? host : name) + "." + FakeNetwork.DNS_DOMAIN));
        }
        return names;
    }

    private @Nullable Object networkPolicy(Row port) {
        return neutron.networks()
                .all()
                .find(port.text("network_id"))
                .map(network -> network.get("qos_policy_id"))
                .orElse(null);
    }

    /** The policy for the quality of service that counts for a port: its own, or else that of its network. */
    @Nullable
    Object policyOf(Row port) {
        Object own = port.get("qos_policy_id");
        return own == null ? networkPolicy(port) : own;
    }
}
