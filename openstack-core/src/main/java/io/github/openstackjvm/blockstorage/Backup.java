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
 * A copy of a volume in another store. The constructor is not API.
 *
 * @param id a UUID
 * @param name need not be unique; null or empty when it has none
 * @param description for people
 * @param status what it is at
 * @param volumeId the volume
 * @param snapshotId the snapshot of the volume that was copied, if it was one
 * @param sizeGiB size of the volume, in GiB
 * @param incremental whether it holds only what changed since an earlier one
 * @param hasDependents whether later ones need it
 * @param container where it is in the store
 * @param objectCount of how many objects it consists there
 * @param availabilityZone zone of the store
 * @param failReason why it failed
 * @param metadata pairs of whoever may change it
 * @param projectId whose it is; for administrators
 * @param userId who made it; for administrators
 * @param encryptionKeyId id of the key in the key manager, when there is one
 * @param dataTimestamp the moment whose content it has
 * @param createdAt when it was ordered
 * @param updatedAt when it last changed
 * @param extras fields without a component of their own
 */
public record Backup(
        String id,
        @Nullable String name,
        @Nullable String description,
        BackupStatus status,
        @Nullable String volumeId,
        @Nullable String snapshotId,
        @JsonProperty("size") int sizeGiB,
        @JsonProperty("is_incremental") boolean incremental,
        @JsonProperty("has_dependent_backups") boolean hasDependents,
        @Nullable String container,
        @Nullable Integer objectCount,
        @Nullable String availabilityZone,
        @Nullable String failReason,
        @Since("3.43") Map<String, String> metadata,

        @Since("3.18") @JsonProperty("os-backup-project-attr:project_id") @Nullable
        String projectId,

        @Since("3.56") @Nullable String userId,
        @Since("3.64") @Nullable String encryptionKeyId,
        @Nullable Instant dataTimestamp,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<Backup> {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
