package io.github.openstackjvm.blockstorage;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * A host of Cinder and one of its services. The constructor is not API.
 *
 * @param name its name
 * @param service such as {@code cinder-volume}
 * @param availabilityZone of which zone
 * @param status {@code available}: it reports
 * @param state {@code enabled} or {@code disabled}
 * @param updatedAt when it last reported
 * @param extras fields without a component of their own
 */
public record StorageHost(
        @JsonProperty("host_name") String name,
        String service,
        @JsonProperty("zone") @Nullable String availabilityZone,
        @JsonProperty("service-status") String status,
        @JsonProperty("service-state") String state,
        @JsonProperty("last-update") @Nullable Instant updatedAt,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<StorageHost> {

    @Override
    public String id() {
        return name;
    }

    @Override
    public String toString() {
        return Show.of(this);
    }
}
