package io.github.openstackjvm.network.qos;

import io.github.openstackjvm.resource.OpenValue;

/**
 * What a rule is about.
 *
 * @param value as on the wire
 */
public record QosRuleKind(String value) implements OpenValue {
    /** At most this bandwidth. */
    public static final QosRuleKind BANDWIDTH_LIMIT = new QosRuleKind("bandwidth_limit");
    /** This mark on packets. */
    public static final QosRuleKind DSCP_MARKING = new QosRuleKind("dscp_marking");
    /** At least this bandwidth. */
    public static final QosRuleKind MINIMUM_BANDWIDTH = new QosRuleKind("minimum_bandwidth");
    /** At least this rate of packets. */
    public static final QosRuleKind MINIMUM_PACKET_RATE = new QosRuleKind("minimum_packet_rate");
    /** At most this rate of packets. */
    public static final QosRuleKind PACKET_RATE_LIMIT = new QosRuleKind("packet_rate_limit");

    @Override
    public String toString() {
        return value;
    }
}
