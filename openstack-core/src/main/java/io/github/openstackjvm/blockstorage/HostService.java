package io.github.openstackjvm.blockstorage;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import io.github.openstackjvm.resource.Since;
import org.jspecify.annotations.Nullable;

/**
 * A service of Cinder on a host. The constructor is not API.
 *
 * @param binary its name, such as {@code cinder-volume}
 * @param host where it runs; with a backend behind {@code @}
 * @param availabilityZone of which zone
 * @param status {@code enabled}, or {@code disabled}: the scheduler passes it by
 * @param state {@code up}, or {@code down}: it has not reported for a while
 * @param disabledReason why it was disabled
 * @param cluster of which cluster
 * @param backendState what the backend says of itself
 * @param replicationStatus of its replication
 * @param activeBackendId where it has failed over to
 * @param frozen whether nothing may be created, changed or deleted on it
 * @param updatedAt when it last reported
 * @param extras fields without a component of their own
 */
public record HostService(
        String binary,
        String host,
        @JsonProperty("zone") @Nullable String availabilityZone,
        String status,
        String state,
        @Nullable String disabledReason,
        @Since("3.7") @Nullable String cluster,
        @Since("3.49") @Nullable String backendState,
        @Nullable String replicationStatus,
        @Nullable String activeBackendId,
        @Nullable Boolean frozen,
        @Nullable Instant updatedAt,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<HostService> {

    @Override
    public String id() {
        return binary + " " + host;
    }

    @Override
    public String toString() {
        return Show.of(this);
    }
}
