package io.github.openstackjvm.network.qos;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.openstackjvm.network.Direction;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * At most this rate of packets. The constructor is not API.
 *
 * @param id a UUID
 * @param maxKpps in thousand packets a second
 * @param maxBurstKpps for a burst, in thousand packets; 0: the host decides
 * @param direction which way, as seen from the port
 * @param extras fields without a component of their own
 */
public record PacketRateLimitRule(
        String id,
        int maxKpps,
        int maxBurstKpps,
        Direction direction,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<PacketRateLimitRule> {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
