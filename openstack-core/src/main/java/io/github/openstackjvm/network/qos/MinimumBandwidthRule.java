package io.github.openstackjvm.network.qos;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.openstackjvm.network.Direction;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * At least this bandwidth. The constructor is not API.
 *
 * @param id a UUID
 * @param minKbps in kilobits a second
 * @param direction which way, as seen from the port
 * @param extras fields without a component of their own
 */
public record MinimumBandwidthRule(
        String id,
        int minKbps,
        Direction direction,
        @JsonAnySetter Map<String, @Nullable Object> extras) implements Resource<MinimumBandwidthRule> {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
