package io.github.openstackjvm.blockstorage;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import io.github.openstackjvm.resource.Since;
import org.jspecify.annotations.Nullable;

/**
 * Volumes that are snapshot and replicated together. The constructor is not API.
 *
 * @param id a UUID
 * @param name need not be unique
 * @param description for people
 * @param status what it is at
 * @param typeId its group type
 * @param volumeTypeIds types its volumes may have
 * @param volumeIds its volumes; only when asked for
 * @param availabilityZone where it is
 * @param groupSnapshotId the snapshot of a group it was made of
 * @param sourceGroupId the group it was made of
 * @param replicationStatus of its replication
 * @param projectId whose it is
 * @param createdAt when it was ordered
 * @param extras fields without a component of their own
 */
public record VolumeGroup(
        String id,
        @Nullable String name,
        @Nullable String description,
        GroupStatus status,
        @JsonProperty("group_type") String typeId,
        @JsonProperty("volume_types") List<String> volumeTypeIds,
        @JsonProperty("volumes") List<String> volumeIds,
        @Nullable String availabilityZone,
        @Since("3.14") @Nullable String groupSnapshotId,
        @Since("3.14") @Nullable String sourceGroupId,
        @Since("3.38") @Nullable String replicationStatus,
        @Since("3.58") @Nullable String projectId,
        @Nullable Instant createdAt,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<VolumeGroup> {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
