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
 * Hosts that share a backend. The constructor is not API.
 *
 * @param name its name
 * @param binary what runs there, such as {@code cinder-volume}
 * @param state {@code up} or {@code down}
 * @param status {@code enabled} or {@code disabled}
 * @param disabledReason why it was disabled
 * @param hosts how many hosts
 * @param downHosts how many of them are down
 * @param replicationStatus of its replication
 * @param frozen whether nothing may be created, changed or deleted on it
 * @param activeBackendId where it has failed over to
 * @param lastHeartbeat when one of them last reported
 * @param createdAt when it was made
 * @param updatedAt when it last changed
 * @param extras fields without a component of their own
 */
public record StorageCluster(
        String name,
        @Nullable String binary,
        String state,
        String status,
        @Nullable String disabledReason,
        @JsonProperty("num_hosts") @Nullable Integer hosts,
        @JsonProperty("num_down_hosts") @Nullable Integer downHosts,
        @Since("3.26") @Nullable String replicationStatus,
        @Since("3.26") @Nullable Boolean frozen,
        @Since("3.26") @Nullable String activeBackendId,
        @Nullable Instant lastHeartbeat,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<StorageCluster> {

    @Override
    public String id() {
        return name;
    }

    @Override
    public String toString() {
        return Show.of(this);
    }
}
