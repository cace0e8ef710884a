package io.github.openstackjvm.network.qos;

import java.util.List;

import io.github.openstackjvm.network.Direction;
import io.github.openstackjvm.resource.Spec;

/** At most this rate of packets. */
public final class PacketRateLimitRuleSpec extends Spec<PacketRateLimitRuleSpec> {
    /** At most so many thousand packets a second. */
    public static PacketRateLimitRuleSpec of(int kilopackets) {
        return new PacketRateLimitRuleSpec().maxKpps(kilopackets);
    }

    /** In thousand packets a second. */
    public PacketRateLimitRuleSpec maxKpps(int kilopackets) {
        return set("max_kpps", kilopackets);
    }

    /** For a burst, in thousand packets; 0: the host decides. */
    public PacketRateLimitRuleSpec maxBurstKpps(int kilopackets) {
        return set("max_burst_kpps", kilopackets);
    }

    /** Which way, as seen from the port; egress unless said otherwise. */
    public PacketRateLimitRuleSpec direction(Direction direction) {
        return set("direction", direction);
    }

    @Override
    protected List<String> required() {
        return List.of("max_kpps");
    }

    /** What can be changed of it. */
    public static final class Update extends Spec<Update> {

        /** In thousand packets a second. */
        public Update maxKpps(int kilopackets) {
            return set("max_kpps", kilopackets);
        }

        /** For a burst, in thousand packets; 0: the host decides. */
        public Update maxBurstKpps(int kilopackets) {
            return set("max_burst_kpps", kilopackets);
        }

        /** Which way, as seen from the port. */
        public Update direction(Direction direction) {
            return set("direction", direction);
        }
    }
}
