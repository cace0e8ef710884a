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
 * A disk that outlives servers. The constructor is not API.
 *
 * @param id a UUID
 * @param name need not be unique; null or empty when it has none
 * @param description for people
 * @param status what it is at
 * @param sizeGiB its size in GiB
 * @param type name of its type
 * @param typeId id of its type
 * @param availabilityZone where it is
 * @param bootable whether a server can boot from it
 * @param encrypted whether its content is encrypted
 * @param encryptionKeyId id of the key in the key manager, when there is one
 * @param multiattach whether several servers may have it at once
 * @param attachments who has it
 * @param metadata pairs of whoever may change it
 * @param imageMetadata what is known of the image on it
 * @param snapshotId the snapshot it was made of
 * @param sourceVolumeId the volume it was made of
 * @param groupId the group it belongs to
 * @param consistencyGroupId the consistency group it belongs to
 * @param projectId whose it is
 * @param userId who made it
 * @param consumesQuota false for the temporary ones that Cinder makes itself
 * @param replicationStatus of its replication
 * @param sharedTargets whether hosts must take care with its target; null: always
 * @param serviceId id of the process that manages it
 * @param host backend and pool, such as {@code node@lvm#pool}; for administrators
 * @param clusterName the cluster of that host; for administrators
 * @param migrationStatus of its latest migration; for administrators
 * @param nameId id by which the backend knows it, when that is another one; for administrators
 * @param providerId what the backend calls it; for administrators
 * @param createdAt when it was ordered
 * @param updatedAt when it last changed
 * @param extras fields without a component of their own
 */
public record Volume(
        String id,
        @Nullable String name,
        @Nullable String description,
        VolumeStatus status,
        @JsonProperty("size") int sizeGiB,
        @JsonProperty("volume_type") @Nullable String type,

        @Since("3.63") @JsonProperty("volume_type_id") @Nullable
        String typeId,

        @Nullable String availabilityZone,
        boolean bootable,
        boolean encrypted,
        @Since("3.64") @Nullable String encryptionKeyId,
        boolean multiattach,
        List<VolumeAttachment> attachments,
        Map<String, String> metadata,
        @JsonProperty("volume_image_metadata") Map<String, String> imageMetadata,
        @Nullable String snapshotId,
        @JsonProperty("source_volid") @Nullable String sourceVolumeId,
        @Since("3.13") @Nullable String groupId,

        @JsonProperty("consistencygroup_id") @Nullable String consistencyGroupId,

        @JsonProperty("os-vol-tenant-attr:tenant_id") @Nullable
        String projectId,

        @Nullable String userId,
        @Since("3.65") @Nullable Boolean consumesQuota,
        @Nullable String replicationStatus,
        @Since("3.48") @Nullable Boolean sharedTargets,

        @Since("3.48") @JsonProperty("service_uuid") @Nullable
        String serviceId,

        @JsonProperty("os-vol-host-attr:host") @Nullable String host,
        @Since("3.61") @Nullable String clusterName,
        @Nullable MigrationStatus migrationStatus,

        @JsonProperty("os-vol-mig-status-attr:name_id") @Nullable
        String nameId,

        @Since("3.21") @Nullable String providerId,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<Volume> {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
