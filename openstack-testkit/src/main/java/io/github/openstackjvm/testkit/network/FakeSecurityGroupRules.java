package io.github.openstackjvm.testkit.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** Rules of security groups. */
public final class FakeSecurityGroupRules extends NetworkResource {
    private static final String[] WIRE = {
        "security_group_id",
        "ethertype",
        "direction",
        "protocol",
        "port_range_min",
        "port_range_max",
        "remote_ip_prefix",
        "remote_address_group_id",
        "normalized_cidr",
        "remote_group_id"
    };
    private static final List<Attribute> ATTRIBUTES = List.of(
            Attribute.readOnly("id").sorts(),
            Attribute.given("security_group_id").text(255).required().sorts(),
            Attribute.given("remote_group_id").sorts(),
            Attribute.given("remote_address_group_id").sorts(),
            Attribute.given("direction").oneOf("ingress", "egress").required().sorts(),
            Attribute.given("protocol").through(RuleText::protocol).sorts(),
            Attribute.given("port_range_min").through(RuleText::port).sorts().filters(RuleText::checkPort),
            Attribute.given("port_range_max").through(RuleText::port).sorts().filters(RuleText::checkPort),
            Attribute.given("ethertype")
                    .through(RuleText::ethertype)
                    .initially("IPv4")
                    .sorts(),
            Attribute.given("remote_ip_prefix").through(RuleText::prefix).sorts(),
            Attribute.readOnly("normalized_cidr"),
            Attribute.given("description").text(255).initially("").updatable().filters(),
            Attribute.readOnly("created_at"),
            Attribute.readOnly("updated_at"),
            Attribute.readOnly("revision_number").sorts());

    private @Nullable FakeSecurityGroups groups;

    FakeSecurityGroupRules(FakeNetwork neutron) {
        super(neutron, "security_group_rule", ATTRIBUTES);
    }

    void belongTo(FakeSecurityGroups owner) {
        groups = owner;
    }

    private FakeSecurityGroups groups() {
        if (groups == null) {
            throw new IllegalStateException("These rules belong to no groups");
        }
        return groups;
    }

    List<Row> of(String group) {
        return all().where("security_group_id", group);
    }

    /** Everything may leave; into a default group, whatever comes from its members. */
    void addDefaults(Row group, boolean fromMembers) {
        for (String ethertype : List.of("IPv4", "IPv6")) {
            addDefault(group, ethertype, "egress", null);
        }
        if (fromMembers) {
            for (String ethertype : List.of("IPv4", "IPv6")) {
                addDefault(group, ethertype, "ingress", group.id());
            }
        }
    }

    private void addDefault(Row group, String ethertype, String direction, @Nullable String remote) {
        Row rule = Row.of(
                "project_id",
                group.text("project_id"),
                "security_group_id",
                group.id(),
                "remote_group_id",
                remote,
                "ethertype",
                ethertype,
                "direction",
                direction,
                "description",
                null);
        for (String name : WIRE) {
            rule.set(name, rule.get(name));
        }
        add(rule);
    }

    @Override
    Map<String, Object> view(Call call, Row row) {
        return view(row);
    }

    private static Map<String, Object> view(Row row) {
        Map<String, Object> view = row.pick("id");
        view.put("tenant_id", row.text("project_id"));
        view.putAll(row.pick(WIRE));
        view.putAll(row.pick("description", "created_at", "updated_at", "revision_number", "project_id"));
        return view;
    }

    /** Inside its group a rule shows two values more. */
    Map<String, Object> nestedView(Row row) {
        Map<String, Object> view = view(row);
        view.put("standard_attr_id", row.number("standard_attr_id"));
        view.put("tags", List.of());
        return view;
    }

    @Override
    Refusal missing(String id) {
        return all().has(id)
                ? Refusal.notFound("The resource could not be found.")
                : new Refusal(404, "SecurityGroupRuleNotFound", "Security group rule " + id + " does not exist");
    }

    @Override
    void prepare(Call call) {
        groups().prepare(call);
    }

    @Override
    void checkCreate(Call call, List<Row> rules) {
        Set<String> owners = new HashSet<>();
        rules.forEach(rule -> owners.add(rule.text("security_group_id")));
        if (owners.size() > 1) {
            throw new Refusal(
                    400,
                    "SecurityGroupNotSingleGroupRules",
                    "Only allowed to update rules for one security profile at a time");
        }
        rules.forEach(RuleText::check);
        for (Row rule : rules) {
            existing(call, rule.text("remote_group_id"));
            String addresses = rule.text("remote_address_group_id");
            if (!addresses.isEmpty() && !neutron().collection("address_groups").has(addresses)) {
                throw new Refusal(
                        404,
                        "AddressGroupNotFound",
                        "Address group " + rule.text("remote_address_group_id") + " could not be found.");
            }
            existing(call, rule.text("security_group_id"));
        }
        checkDuplicates(rules);
    }

    private void existing(Call call, String group) {
        if (!group.isEmpty() && groups().find(call, group).isEmpty()) {
            throw FakeSecurityGroups.noSuchGroup(group);
        }
    }

    private void checkDuplicates(List<Row> rules) {
        List<String> keys = new ArrayList<>();
        for (Row rule : rules) {
            if (keys.contains(RuleText.key(rule))) {
                throw new Refusal(409, "DuplicateSecurityGroupRuleInPost", "Duplicate Security Group Rule in POST.");
            }
            keys.add(RuleText.key(rule));
        }
        for (Row old : of(rules.get(0).text("security_group_id"))) {
            if (keys.contains(RuleText.key(old))) {
                throw new Refusal(
                        409,
                        "SecurityGroupRuleExists",
                        "Security group rule already exists. Rule id is " + old.id() + ".");
            }
        }
    }

    @Override
    void created(List<Row> rules) {
        touchGroup(rules.get(0));
    }

    @Override
    void checkUpdate(Call call, Row rule, Map<String, Object> changes) {
        // Neutron offers the update, but has nothing behind it.
        throw FakeNetwork.stumbled();
    }

    @Override
    void deleted(Row rule) {
        touchGroup(rule);
    }

    private void touchGroup(Row rule) {
        groups().all().find(rule.text("security_group_id")).ifPresent(groups()::touch);
    }
}
