package io.github.openstackjvm.network;

import java.util.List;

import io.github.openstackjvm.resource.Spec;

/** A rule that new security groups are to begin with. */
public final class DefaultSecurityGroupRuleSpec extends Spec<DefaultSecurityGroupRuleSpec> {

    /** Traffic to the ports of a group. */
    public static DefaultSecurityGroupRuleSpec ingress() {
        return new DefaultSecurityGroupRuleSpec().direction(Direction.INGRESS);
    }

    /** Traffic from the ports of a group. */
    public static DefaultSecurityGroupRuleSpec egress() {
        return new DefaultSecurityGroupRuleSpec().direction(Direction.EGRESS);
    }

    /** To the port or from it. */
    public DefaultSecurityGroupRuleSpec direction(Direction direction) {
        return set("direction", direction);
    }

    /** Which version of IP; 4 unless said otherwise. */
    public DefaultSecurityGroupRuleSpec etherType(EtherType etherType) {
        return set("ethertype", etherType);
    }

    /** One protocol only. */
    public DefaultSecurityGroupRuleSpec protocol(IpProtocol protocol) {
        return set("protocol", protocol);
    }

    /** From the first to the last of these ports. Needs a protocol that has ports. */
    public DefaultSecurityGroupRuleSpec ports(int first, int last) {
        return set("port_range_min", first).set("port_range_max", last);
    }

    /** The other side has an address in this range. */
    public DefaultSecurityGroupRuleSpec remoteIpPrefix(String cidr) {
        return set("remote_ip_prefix", cidr);
    }

    /** The other side is a port of the same group. */
    public DefaultSecurityGroupRuleSpec remoteGroupItself() {
        return set("remote_group_id", "PARENT");
    }

    /** The other side is in the address group with this id. */
    public DefaultSecurityGroupRuleSpec remoteAddressGroupId(String id) {
        return set("remote_address_group_id", id);
    }

    /** Whether the default groups of projects begin with it; false unless said otherwise. */
    public DefaultSecurityGroupRuleSpec usedInDefaultGroup(boolean used) {
        return set("used_in_default_sg", used);
    }

    /** Whether the other groups begin with it; true unless said otherwise. */
    public DefaultSecurityGroupRuleSpec usedInOtherGroups(boolean used) {
        return set("used_in_non_default_sg", used);
    }

    /** For people. */
    public DefaultSecurityGroupRuleSpec description(String description) {
        return set("description", description);
    }

    @Override
    protected List<String> required() {
        return List.of("direction");
    }
}
