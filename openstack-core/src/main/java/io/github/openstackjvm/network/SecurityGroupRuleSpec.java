package io.github.openstackjvm.network;

import java.util.List;

import io.github.openstackjvm.error.InvalidSpec;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Spec;

/** Traffic to allow. Whatever is left out is not looked at: a rule without a protocol allows all of them. */
public final class SecurityGroupRuleSpec extends Spec<SecurityGroupRuleSpec> {
    private static final int LAST_PORT = 65_535;

    /** Traffic to the ports of the group with this name or id. */
    public static SecurityGroupRuleSpec ingress(String securityGroup) {
        return new SecurityGroupRuleSpec().securityGroup(securityGroup).direction(Direction.INGRESS);
    }

    /** Traffic to the ports of this group. */
    public static SecurityGroupRuleSpec ingress(Ref<SecurityGroup> securityGroup) {
        return new SecurityGroupRuleSpec().securityGroup(securityGroup).direction(Direction.INGRESS);
    }

    /** Traffic from the ports of the group with this name or id. */
    public static SecurityGroupRuleSpec egress(String securityGroup) {
        return new SecurityGroupRuleSpec().securityGroup(securityGroup).direction(Direction.EGRESS);
    }

    /** Traffic from the ports of this group. */
    public static SecurityGroupRuleSpec egress(Ref<SecurityGroup> securityGroup) {
        return new SecurityGroupRuleSpec().securityGroup(securityGroup).direction(Direction.EGRESS);
    }

    /** The group it belongs to, by name or id. */
    public SecurityGroupRuleSpec securityGroup(String nameOrId) {
        return ref("security_group_id", SecurityGroup.class, nameOrId);
    }

    /** The group it belongs to. */
    public SecurityGroupRuleSpec securityGroup(Ref<SecurityGroup> group) {
        return ref("security_group_id", SecurityGroup.class, group);
    }

    /** To the port or from it. */
    public SecurityGroupRuleSpec direction(Direction direction) {
        return set("direction", direction);
    }

    /** Which version of IP; 4 unless said otherwise. */
    public SecurityGroupRuleSpec etherType(EtherType etherType) {
        return set("ethertype", etherType);
    }

    /** One protocol only. */
    public SecurityGroupRuleSpec protocol(IpProtocol protocol) {
        return set("protocol", protocol);
    }

    /** TCP to one port. */
    public SecurityGroupRuleSpec tcp(int port) {
        return protocol(IpProtocol.TCP).ports(port, port);
    }

    /** UDP to one port. */
    public SecurityGroupRuleSpec udp(int port) {
        return protocol(IpProtocol.UDP).ports(port, port);
    }

    /** All of ICMP. */
    public SecurityGroupRuleSpec icmp() {
        return protocol(IpProtocol.ICMP);
    }

    /** From the first to the last of these ports, 0 to 65535. Needs a protocol that has ports. */
    public SecurityGroupRuleSpec ports(int first, int last) {
        if (first < 0 || last > LAST_PORT || first > last) {
            throw new InvalidSpec(
                    "Ports go from 0 to 65535 and the first is not above the last, unlike " + first + " to " + last);
        }
        return set("port_range_min", first).set("port_range_max", last);
    }

    /** ICMP of this type only. */
    public SecurityGroupRuleSpec icmpType(int type) {
        return set("port_range_min", type);
    }

    /** ICMP of this code only; needs a type. */
    public SecurityGroupRuleSpec icmpCode(int code) {
        return set("port_range_max", code);
    }

    /** The other side has an address in this range, such as {@code 10.0.0.0/8}. */
    public SecurityGroupRuleSpec remoteIpPrefix(String cidr) {
        return set("remote_ip_prefix", cidr);
    }

    /** The other side is a port of the group with this name or id. */
    public SecurityGroupRuleSpec remoteGroup(String nameOrId) {
        return ref("remote_group_id", SecurityGroup.class, nameOrId);
    }

    /** The other side is a port of this group. */
    public SecurityGroupRuleSpec remoteGroup(Ref<SecurityGroup> group) {
        return ref("remote_group_id", SecurityGroup.class, group);
    }

    /** The other side is in the address group with this id. */
    public SecurityGroupRuleSpec remoteAddressGroupId(String id) {
        return set("remote_address_group_id", id);
    }

    /** For people. */
    public SecurityGroupRuleSpec description(String description) {
        return set("description", description);
    }

    /** For the project with this id instead of the caller's; for administrators. */
    public SecurityGroupRuleSpec projectId(String projectId) {
        return set("project_id", projectId);
    }

    @Override
    protected List<String> required() {
        return List.of("security_group_id", "direction");
    }
}
