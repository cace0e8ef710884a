package io.github.openstackjvm.network;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * A program of Neutron on some host. The constructor is not API.
 *
 * @param id a UUID
 * @param type such as {@code L3 agent}
 * @param binary such as {@code neutron-l3-agent}
 * @param host where it runs
 * @param topic where it listens
 * @param description null when there is none
 * @param adminStateUp whether it is given work
 * @param alive whether it was heard of lately
 * @param availabilityZone its zone; null when it has none
 * @param configurations what it says of itself
 * @param resourcesSynced whether its resources are known to placement; null when it has none
 * @param createdAt when it was first heard of
 * @param startedAt when it was started
 * @param heartbeatTimestamp when it was last heard of
 * @param extras fields without a component of their own
 */
public record Agent(
        String id,
        @JsonProperty("agent_type") String type,
        String binary,
        String host,
        @Nullable String topic,
        @Nullable String description,
        boolean adminStateUp,
        boolean alive,
        @Nullable String availabilityZone,
        Map<String, @Nullable Object> configurations,
        @Nullable Boolean resourcesSynced,
        @Nullable Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant heartbeatTimestamp,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<Agent> {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
