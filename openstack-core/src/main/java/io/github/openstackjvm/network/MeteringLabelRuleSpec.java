package io.github.openstackjvm.network;

import java.util.List;

import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Spec;

/** Traffic to count. */
public final class MeteringLabelRuleSpec extends Spec<MeteringLabelRuleSpec> {

    /** Traffic to routers, under this label. */
    public static MeteringLabelRuleSpec ingress(Ref<MeteringLabel> label) {
        return new MeteringLabelRuleSpec().meteringLabel(label).direction(Direction.INGRESS);
    }

    /** Traffic from routers, under this label. */
    public static MeteringLabelRuleSpec egress(Ref<MeteringLabel> label) {
        return new MeteringLabelRuleSpec().meteringLabel(label).direction(Direction.EGRESS);
    }

    /** The label, by name or id. */
    public MeteringLabelRuleSpec meteringLabel(String nameOrId) {
        return ref("metering_label_id", MeteringLabel.class, nameOrId);
    }

    /** The label. */
    public MeteringLabelRuleSpec meteringLabel(Ref<MeteringLabel> label) {
        return ref("metering_label_id", MeteringLabel.class, label);
    }

    /** Which way, as seen from inside. */
    public MeteringLabelRuleSpec direction(Direction direction) {
        return set("direction", direction);
    }

    /** The other side. Old, and not together with source or destination. */
    public MeteringLabelRuleSpec remoteIpPrefix(String cidr) {
        return set("remote_ip_prefix", cidr);
    }

    /** From there. */
    public MeteringLabelRuleSpec sourceIpPrefix(String cidr) {
        return set("source_ip_prefix", cidr);
    }

    /** To there. */
    public MeteringLabelRuleSpec destinationIpPrefix(String cidr) {
        return set("destination_ip_prefix", cidr);
    }

    /** Whether it is not counted after all. */
    public MeteringLabelRuleSpec excluded(boolean excluded) {
        return set("excluded", excluded);
    }

    @Override
    protected List<String> required() {
        return List.of("metering_label_id", "direction");
    }
}
