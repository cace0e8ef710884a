package io.github.openstackjvm.network;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * Traffic that is counted under a label. The constructor is not API.
 *
 * @param id a UUID
 * @param meteringLabelId the label
 * @param direction which way, as seen from inside
 * @param remoteIpPrefix the other side; null where source and destination say it
 * @param sourceIpPrefix from there; null: from anywhere
 * @param destinationIpPrefix to there; null: to anywhere
 * @param excluded whether it is not counted after all
 * @param extras fields without a component of their own
 */
public record MeteringLabelRule(
        String id,
        String meteringLabelId,
        Direction direction,
        @Nullable String remoteIpPrefix,
        @Nullable String sourceIpPrefix,
        @Nullable String destinationIpPrefix,
        boolean excluded,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<MeteringLabelRule> {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
