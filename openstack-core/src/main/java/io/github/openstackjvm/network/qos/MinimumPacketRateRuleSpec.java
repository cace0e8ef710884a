package io.github.openstackjvm.network.qos;

import java.util.List;

import io.github.openstackjvm.network.Direction;
import io.github.openstackjvm.resource.Spec;

/** At least this rate of packets. */
public final class MinimumPacketRateRuleSpec extends Spec<MinimumPacketRateRuleSpec> {
    /** At least so many thousand packets a second. */
    public static MinimumPacketRateRuleSpec of(int kilopackets) {
        return new MinimumPacketRateRuleSpec().minKpps(kilopackets);
    }

    /** In thousand packets a second. */
    public MinimumPacketRateRuleSpec minKpps(int kilopackets) {
        return set("min_kpps", kilopackets);
    }

    /** Which way, as seen from the port; egress unless said otherwise. */
    public MinimumPacketRateRuleSpec direction(Direction direction) {
        return set("direction", direction);
    }

    @Override
    protected List<String> required() {
        return List.of("min_kpps");
    }

    /** What can be changed of it. */
    public static final class Update extends Spec<Update> {

        /** In thousand packets a second. */
        public Update minKpps(int kilopackets) {
            return set("min_kpps", kilopackets);
        }

        /** Which way, as seen from the port. */
        public Update direction(Direction direction) {
            return set("direction", direction);
        }
    }
}
