package io.github.openstackjvm.testkit.network;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.openstackjvm.testkit.engine.Python;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** What Neutron accepts in the values of a rule, and how it writes them. */
final class RuleText {
    private static final Map<String, Integer> PROTOCOLS = Map.ofEntries(
            Map.entry("ah", 51),
            Map.entry("dccp", 33),
            Map.entry("egp", 8),
            Map.entry("esp", 50),
            Map.entry("gre", 47),
            Map.entry("hopopt", 0),
            Map.entry("icmp", 1),
            Map.entry("igmp", 2),
            Map.entry("ip", 0),
            Map.entry("ipip", 4),
            Map.entry("ipv6-encap", 41),
            Map.entry("ipv6-frag", 44),
            Map.entry("ipv6-icmp", 58),
            Map.entry("icmpv6", 58),
            Map.entry("ipv6-nonxt", 59),
            Map.entry("ipv6-opts", 60),
            Map.entry("ipv6-route", 43),
            Map.entry("ospf", 89),
            Map.entry("pgm", 113),
            Map.entry("rsvp", 46),
            Map.entry("sctp", 132),
            Map.entry("tcp", 6),
            Map.entry("udp", 17),
            Map.entry("udplite", 136),
            Map.entry("vrrp", 112));

    private static final String KNOWN = "None, 'ah', 'dccp', 'egp', 'esp', 'gre', 'hopopt', 'icmp', 'igmp', 'ip', "
            + "'ipip', 'ipv6-encap', 'ipv6-frag', 'ipv6-icmp', 'icmpv6', 'ipv6-nonxt', 'ipv6-opts', 'ipv6-route', "
            + "'ospf', 'pgm', 'rsvp', 'sctp', 'tcp', 'udp', 'udplite', 'vrrp'";
    private static final Set<Integer> WITH_PORTS = Set.of(6, 17, 33, 132, 136);
    private static final Set<Integer> ICMP = Set.of(1, 58);
    private static final Set<Integer> IPV6_ONLY = Set.of(41, 43, 44, 58, 59, 60);

    private RuleText() {}

    /** Whether there is such a protocol. */
    static boolean isProtocol(String text) {
        return PROTOCOLS.containsKey(text) || (text.matches("\\d{1,3}") && Integer.parseInt(text) <= 255);
    }

    static @Nullable Object protocol(@Nullable Object name, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        String text = String.valueOf(value).toLowerCase(Locale.ROOT);
        if (!isProtocol(text)) {
            throw bad(
                    "SecurityGroupRuleInvalidProtocol",
                    "Security group rule protocol " + Python.str(value) + " not supported. Only protocol values ["
                            + KNOWN + "] and integer representations [0 to 255] are supported.");
        }
        return text;
    }

    static void checkPort(String value) {
        port("port", value);
    }

    static @Nullable Object port(@Nullable Object name, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        String text = String.valueOf(value);
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) > 65535) {
            throw bad("SecurityGroupInvalidPortValue", "Invalid value for port " + text);
        }
        return Integer.valueOf(text);
    }

    static @Nullable Object ethertype(@Nullable Object name, @Nullable Object value) {
        for (String known : Set.of("IPv4", "IPv6")) {
            if (known.equalsIgnoreCase(String.valueOf(value))) {
                return known;
            }
        }
        throw bad(
                "SecurityGroupRuleInvalidEtherType",
                "Security group rule for ethertype '" + Python.str(value)
                        + "' not supported. Allowed values are ['IPv4', 'IPv6'].");
    }

    static @Nullable Object prefix(@Nullable Object name, @Nullable Object value) {
        if (value == null || value.equals("")) {
            return null;
        }
        return Cidr.parse(String.valueOf(value))
                .map(Cidr::asGiven)
                .orElseThrow(() -> bad("InvalidCIDR", "Invalid CIDR " + value + " given as IP prefix."));
    }

    /** What can only be said of all values of a rule together. Makes the values canonical. */
    static void check(Row rule) {
        boolean ipv6 = rule.is("ethertype", "IPv6");
        if (ipv6 && Set.of("icmp", "icmpv6").contains(rule.text("protocol"))) {
            rule.set("protocol", "ipv6-icmp");
        } else if (ipv6 && rule.is("protocol", "1")) {
            rule.set("protocol", "58");
        }
        if (rule.is("port_range_min", 1) && rule.is("port_range_max", 65535)) {
            rule.set("port_range_min", null).set("port_range_max", null);
        }
        checkPorts(rule);
        String prefix = rule.text("remote_ip_prefix");
        Cidr cidr = Cidr.parse(prefix).orElse(null);
        if (cidr != null && cidr.ipv6() != ipv6) {
            throw bad(
                    "SecurityGroupRuleParameterConflict",
                    "Conflicting value ethertype " + rule.text("ethertype") + " for CIDR " + prefix);
        }
        rule.set("normalized_cidr", cidr == null ? null : cidr.network());
        if (!ipv6 && IPV6_ONLY.contains(number(rule))) {
            throw bad(
                    "SecurityGroupEthertypeConflictWithProtocol",
                    "Invalid ethertype IPv4 for protocol " + rule.text("protocol") + ".");
        }
        if (Stream.of("remote_ip_prefix", "remote_group_id", "remote_address_group_id")
                        .filter(remote -> rule.get(remote) != null)
                        .count()
                > 1) {
            throw bad(
                    "SecurityGroupMultipleRemoteEntites",
                    "Only one of remote_ip_prefix or remote_group_id or remote_address_group_id may be provided.");
        }
    }

    private static void checkPorts(Row rule) {
        Object min = rule.get("port_range_min");
        Object max = rule.get("port_range_max");
        if (min == null && max == null) {
            return;
        }
        if (rule.get("protocol") == null) {
            throw bad("SecurityGroupProtocolRequiredWithPorts", "Must also specify protocol if port range is given.");
        }
        int protocol = number(rule);
        if (ICMP.contains(protocol)) {
            checkIcmp(rule, min, max);
        } else if (!WITH_PORTS.contains(protocol)) {
            throw bad(
                    "SecurityGroupInvalidProtocolForPort",
                    "Ports cannot be specified for protocol " + protocol
                            + ". Ports are only supported for DCCP, SCTP, TCP, UDP, UDPLITE.");
        } else if (Integer.valueOf(0).equals(min) || Integer.valueOf(0).equals(max)) {
            throw bad("SecurityGroupInvalidPortValue", "Invalid value for port 0");
        } else if (min == null || max == null || (int) min > (int) max) {
            throw bad(
                    "SecurityGroupInvalidPortRange", "For TCP/UDP protocols, port_range_min must be <= port_range_max");
        }
    }

    private static void checkIcmp(Row rule, @Nullable Object type, @Nullable Object code) {
        for (String attribute : new String[] {"port_range_min", "port_range_max"}) {
            if (rule.number(attribute) > 255) {
                throw bad(
                        "SecurityGroupInvalidIcmpValue",
                        "Invalid value for ICMP " + (attribute.endsWith("min") ? "type" : "code") + " (" + attribute
                                + ") " + rule.number(attribute) + ". It must be 0 to 255.");
            }
        }
        if (type == null) {
            throw bad(
                    "SecurityGroupMissingIcmpType",
                    "ICMP code (port-range-max) " + code + " is provided but ICMP type (port-range-min) is missing.");
        }
    }

    /** Rules with the same key let the same traffic through. */
    static String key(Row rule) {
        return Stream.of(
                        rule.get("direction"),
                        rule.get("ethertype"),
                        rule.get("port_range_max"),
                        rule.get("port_range_min"),
                        rule.get("protocol") == null ? null : number(rule),
                        rule.get("remote_group_id"),
                        rule.get("remote_address_group_id"),
                        Set.of("0.0.0.0/0", "::/0").contains(rule.text("remote_ip_prefix"))
                                ? null
                                : rule.get("remote_ip_prefix"),
                        rule.get("security_group_id"))
                .map(String::valueOf)
                .collect(Collectors.joining("_"));
    }

    private static int number(Row rule) {
        String protocol = rule.text("protocol");
        Integer number = PROTOCOLS.get(protocol);
        return number != null ? number : protocol.isEmpty() ? -1 : Integer.parseInt(protocol);
    }

    private static Refusal bad(String type, String message) {
        return new Refusal(400, type, message);
    }
}
