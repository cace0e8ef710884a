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
 * A volume as it was at one moment. The constructor is not API.
 *
 * @param id a UUID
 * @param name need not be unique; null or empty when it has none
 * @param description for people
 * @param status what it is at
 * @param volumeId the volume
 * @param sizeGiB size of the volume at that moment, in GiB
 * @param metadata pairs of whoever may change it
 * @param groupSnapshotId the snapshot of a group that it is part of
 * @param projectId whose it is
 * @param userId who made it
 * @param progress how much of it is made, such as {@code 100%}
 * @param consumesQuota false for the temporary ones that Cinder makes itself
 * @param createdAt when it was ordered
 * @param updatedAt when it last changed
 * @param extras fields without a component of their own
 */
public record Snapshot(
        String id,
        @Nullable String name,
        @Nullable String description,
        SnapshotStatus status,
        String volumeId,
        @JsonProperty("size") int sizeGiB,
        Map<String, String> metadata,
        @Since("3.14") @Nullable String groupSnapshotId,

        @JsonProperty("os-extended-snapshot-attributes:project_id") @Nullable
        String projectId,

        @Since("3.41") @Nullable String userId,

        @JsonProperty("os-extended-snapshot-attributes:progress") @Nullable
        String progress,

        @Since("3.65") @Nullable Boolean consumesQuota,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<Snapshot> {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
