package io.github.openstackjvm.testkit;

import java.util.List;

import io.github.openstackjvm.testkit.engine.Row;

/** Assertions about a security group. */
public final class SecurityGroupAssert extends ResourceAssert<SecurityGroupAssert> {
    SecurityGroupAssert(Found found) {
        super(found, SecurityGroupAssert.class);
    }

    /** It lets this in, or out: {@code ingress} or {@code egress}, a protocol, a port of the range. */
    public SecurityGroupAssert hasRule(String direction, String protocol, int port) {
        return check(
                !rules(direction, protocol, port).isEmpty(),
                "to have a rule for %s %s %s, but it has %s",
                direction,
                protocol,
                port,
                rules());
    }

    /** No rule is for this. */
    public SecurityGroupAssert doesNotHaveRule(String direction, String protocol, int port) {
        List<Row> rules = rules(direction, protocol, port);
        return check(rules.isEmpty(), "to have no rule for %s %s %s, but it has %s", direction, protocol, port, rules);
    }

    /** It has so many rules, those included which every group has from the beginning. */
    public SecurityGroupAssert hasRules(int count) {
        return check(rules().size() == count, "to have %s rules, but it has %s", count, rules());
    }

    /** It has this tag. */
    public SecurityGroupAssert hasTag(String tag) {
        return hasAmong("tags", "tag", tag);
    }

    private List<Row> rules() {
        return found().where("network/security_group_rules", "security_group_id", row().id());
    }

    private List<Row> rules(String direction, String protocol, int port) {
        return rules().stream()
                .filter(rule -> rule.is("direction", direction) && rule.is("protocol", protocol))
                .filter(rule -> rule.get("port_range_min") == null
                        || (rule.number("port_range_min") <= port && port <= rule.number("port_range_max")))
                .toList();
    }
}
