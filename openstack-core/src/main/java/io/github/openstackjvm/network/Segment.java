package io.github.openstackjvm.network;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * A part of a network within which no router is needed. The constructor is not API.
 *
 * @param id a UUID
 * @param name null when it has none
 * @param description null when there is none
 * @param networkId the network
 * @param networkType what it runs on
 * @param physicalNetwork the physical network it runs on; null when it is none
 * @param segmentationId number of its VLAN or tunnel; null when it has none
 * @param revisionNumber grows with every change; null where the cloud does not count
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 * @param extras fields without a component of their own
 */
public record Segment(
        String id,
        @Nullable String name,
        @Nullable String description,
        String networkId,
        NetworkType networkType,
        @Nullable String physicalNetwork,
        @Nullable Integer segmentationId,
        @Nullable Integer revisionNumber,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<Segment> {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
