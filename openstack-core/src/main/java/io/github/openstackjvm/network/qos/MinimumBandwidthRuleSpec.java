package io.github.openstackjvm.network.qos;

import java.util.List;

import io.github.openstackjvm.network.Direction;
import io.github.openstackjvm.resource.Spec;

/** At least this bandwidth. */
public final class MinimumBandwidthRuleSpec extends Spec<MinimumBandwidthRuleSpec> {
    /** At least so many kilobits a second. */
    public static MinimumBandwidthRuleSpec of(int kilobits) {
        return new MinimumBandwidthRuleSpec().minKbps(kilobits);
    }

    /** In kilobits a second. */
    public MinimumBandwidthRuleSpec minKbps(int kilobits) {
        return set("min_kbps", kilobits);
    }

    /** Which way, as seen from the port; egress unless said otherwise. */
    public MinimumBandwidthRuleSpec direction(Direction direction) {
        return set("direction", direction);
    }

    @Override
    protected List<String> required() {
        return List.of("min_kbps");
    }

    /** What can be changed of it. */
    public static final class Update extends Spec<Update> {

        /** In kilobits a second. */
        public Update minKbps(int kilobits) {
            return set("min_kbps", kilobits);
        }

        /** Which way, as seen from the port. */
        public Update direction(Direction direction) {
            return set("direction", direction);
        }
    }
}
