package io.github.openstackjvm.testkit.compute;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Row;

/** Security groups as Nova showed them when they were its own. */
final class OldSecurityGroups {
    private final Neutron neutron;

    OldSecurityGroups(Neutron neutron) {
        this.neutron = neutron;
    }

    /** In the order in which Nova shows several. */
    List<Map<String, Object>> views(List<Row> groups) {
        return groups.stream()
                .sorted(Comparator.comparing((Row group) -> group.text("project_id"))
                        .thenComparing(group -> group.text("name")))
                .map(this::view)
                .toList();
    }

    Map<String, Object> view(Row group) {
        Map<String, Object> view = group.pick("id", "description", "name");
        view.put("tenant_id", group.text("project_id"));
        // Nova's rules only ever let in.
        view.put(
                "rules",
                neutron.securityRules(group.id()).stream()
                        .filter(rule -> rule.is("direction", "ingress"))
                        .map(this::rule)
                        .toList());
        return view;
    }

    private Map<String, Object> rule(Row rule) {
        Map<String, Object> view = rule.pick("id");
        view.put("parent_group_id", rule.text("security_group_id"));
        Json.put(view, "ip_protocol", rule.get("protocol"));
        Object from = rule.get("port_range_min");
        Object to = rule.get("port_range_max");
        boolean anyPort = from == null && to == null && rule.get("protocol") != null;
        Object all = -1;
        Json.put(view, "from_port", anyPort ? all : from);
        Json.put(view, "to_port", anyPort ? all : to);
        Map<String, Object> other = neutron.securityGroup(rule.text("remote_group_id"))
                .map(row -> Json.map("name", row.text("name"), "tenant_id", row.text("project_id")))
                .orElse(Json.map());
        view.put("group", other);
        Object prefix = rule.get("remote_ip_prefix");
        String everywhere = rule.is("ethertype", "IPv6") ? "::/0" : "0.0.0.0/0";
        view.put("ip_range", other.isEmpty() ? Json.map("cidr", prefix == null ? everywhere : prefix) : Map.of());
        return view;
    }
}
