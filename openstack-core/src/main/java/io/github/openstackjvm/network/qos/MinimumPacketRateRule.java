package io.github.openstackjvm.network.qos;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.openstackjvm.network.Direction;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * At least this rate of packets. The constructor is not API.
 *
 * @param id a UUID
 * @param minKpps in thousand packets a second
 * @param direction which way, as seen from the port; {@code any}: both together
 * @param extras fields without a component of their own
 */
public record MinimumPacketRateRule(
        String id,
        int minKpps,
        Direction direction,
        @JsonAnySetter Map<String, @Nullable Object> extras) implements Resource<MinimumPacketRateRule> {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
