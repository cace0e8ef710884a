package io.github.openstackjvm.network.qos;

import java.util.List;

import io.github.openstackjvm.resource.Spec;

/** This mark on packets. */
public final class DscpMarkingRuleSpec extends Spec<DscpMarkingRuleSpec> {
    /** This mark: even, from 0 to 56. */
    public static DscpMarkingRuleSpec of(int mark) {
        return new DscpMarkingRuleSpec().dscpMark(mark);
    }

    /** Even, from 0 to 56. */
    public DscpMarkingRuleSpec dscpMark(int mark) {
        return set("dscp_mark", mark);
    }

    @Override
    protected List<String> required() {
        return List.of("dscp_mark");
    }

    /** What can be changed of it. */
    public static final class Update extends Spec<Update> {

        /** Even, from 0 to 56. */
        public Update dscpMark(int mark) {
            return set("dscp_mark", mark);
        }
    }
}
