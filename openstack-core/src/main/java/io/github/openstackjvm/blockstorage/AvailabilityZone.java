package io.github.openstackjvm.blockstorage;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * A zone in which volumes can be. The constructor is not API.
 *
 * @param name unique in the cloud
 * @param state whether it can be used
 * @param extras fields without a component of their own
 */
public record AvailabilityZone(
        @JsonProperty("zoneName") String name,
        @JsonProperty("zoneState") @Nullable State state,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<AvailabilityZone> {

    @Override
    public String id() {
        return name;
    }

    /** Whether volumes can be made in it. */
    public boolean available() {
        return state != null && state.available();
    }

    /**
     * Whether a zone can be used.
     *
     * @param available whether any of its services is enabled
     */
    public record State(boolean available) {}

    @Override
    public String toString() {
        return Show.of(this);
    }
}
