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
        if (rules(direction, protocol, port).isEmpty()) {
            failWithMessage(
                    "Expected %s to have a rule for %s %s %s, but it has %s",
                    found(), direction, protocol, port, rules());
        }
        return this;
    }

    /** No rule is for this. */
    public SecurityGroupAssert doesNotHaveRule(String direction, String protocol, int port) {
        List<Row> rules = rules(direction, protocol, port);
        if (!rules.isEmpty()) {
            failWithMessage(
                    "Expected %s to have no rule for %s %s %s, but it has %s",
                    found(), direction, protocol, port, rules);
        }
        return this;
    }

    /** It has this tag. */
    public SecurityGroupAssert hasTag(String tag) {
        if (!row().texts("tags").contains(tag)) {
            failWithMessage("Expected %s to have the tag %s, but it has %s", found(), tag, row().texts("tags"));
        }
        return this;
    }

    private List<Row> rules() {
        String group = row().id();
        return found().fake()
                .locked(() -> found().in("network/security_group_rules").where("security_group_id", group));
    }

    private List<Row> rules(String direction, String protocol, int port) {
        return rules().stream()
                .filter(rule -> rule.is("direction", direction) && rule.is("protocol", protocol))
                .filter(rule -> rule.get("port_range_min") == null
                        || (rule.number("port_range_min") <= port && port <= rule.number("port_range_max")))
                .toList();
    }
}
