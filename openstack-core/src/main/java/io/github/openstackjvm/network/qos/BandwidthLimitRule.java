package io.github.openstackjvm.network.qos;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.openstackjvm.network.Direction;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * At most this bandwidth. The constructor is not API.
 *
 * @param id a UUID
 * @param maxKbps in kilobits a second
 * @param maxBurstKbps for a burst, in kilobits; 0: the host decides
 * @param direction which way, as seen from the port
 * @param extras fields without a component of their own
 */
public record BandwidthLimitRule(
        String id,
        int maxKbps,
        int maxBurstKbps,
        Direction direction,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<BandwidthLimitRule> {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
