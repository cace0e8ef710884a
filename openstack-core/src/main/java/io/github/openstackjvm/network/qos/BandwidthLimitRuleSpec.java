package io.github.openstackjvm.network.qos;

import java.util.List;

import io.github.openstackjvm.network.Direction;
import io.github.openstackjvm.resource.Spec;

/** At most this bandwidth. */
public final class BandwidthLimitRuleSpec extends Spec<BandwidthLimitRuleSpec> {
    /** At most so many kilobits a second. */
    public static BandwidthLimitRuleSpec of(int kilobits) {
        return new BandwidthLimitRuleSpec().maxKbps(kilobits);
    }

    /** In kilobits a second. */
    public BandwidthLimitRuleSpec maxKbps(int kilobits) {
        return set("max_kbps", kilobits);
    }

    /** For a burst, in kilobits; 0: the host decides. */
    public BandwidthLimitRuleSpec maxBurstKbps(int kilobits) {
        return set("max_burst_kbps", kilobits);
    }

    /** Which way, as seen from the port; egress unless said otherwise. */
    public BandwidthLimitRuleSpec direction(Direction direction) {
        return set("direction", direction);
    }

    @Override
    protected List<String> required() {
        return List.of("max_kbps");
    }

    /** What can be changed of it. */
    public static final class Update extends Spec<Update> {

        /** In kilobits a second. */
        public Update maxKbps(int kilobits) {
            return set("max_kbps", kilobits);
        }

        /** For a burst, in kilobits; 0: the host decides. */
        public Update maxBurstKbps(int kilobits) {
            return set("max_burst_kbps", kilobits);
        }

        /** Which way, as seen from the port. */
        public Update direction(Direction direction) {
            return set("direction", direction);
        }
    }
}
