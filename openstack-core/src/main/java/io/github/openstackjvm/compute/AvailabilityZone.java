package io.github.openstackjvm.compute;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * Hosts that fail together, and apart from others. The constructor is not API.
 *
 * @param name unique in the cloud
 * @param state whether it can be used
 * @param hosts by host and service; only in details
 * @param extras fields without a component of their own
 */
public record AvailabilityZone(
        @JsonProperty("zoneName") String name,
        @JsonProperty("zoneState") @Nullable State state,
        Map<String, Map<String, HostedService>> hosts,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<AvailabilityZone> {

    @Override
    public String toString() {
        return Show.of(this);
    }

    @Override
    public String id() {
        return name;
    }

    /** Whether servers can be made in it. */
    public boolean available() {
        return state != null && state.available();
    }

    /**
     * Whether a zone can be used.
     *
     * @param available whether any of its services is enabled
     */
    public record State(boolean available) {}

    /**
     * A service on a host of a zone.
     *
     * @param available whether it answers
     * @param active whether the scheduler may use it
     * @param updatedAt when it last reported
     */
    public record HostedService(
            boolean available, boolean active, @Nullable Instant updatedAt) {}
}
