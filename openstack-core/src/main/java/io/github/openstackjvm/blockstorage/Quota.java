package io.github.openstackjvm.blockstorage;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * How much a project, or every project of a class, may have. -1 is: any number. Limits for single volume types are among the extras, such as {@code volumes_lvm}. The constructor is not API.
 *
 * @param id of the project, or name of the class; null in the answer to a change
 * @param volumes number of volumes
 * @param snapshots number of snapshots
 * @param sizeGiB size of all volumes and snapshots together, in GiB
 * @param volumeGiB size of a volume, in GiB
 * @param backups number of backups
 * @param backupGiB size of all backups together, in GiB
 * @param groups number of groups
 * @param extras fields without a component of their own
 */
public record Quota(
        @Nullable String id,
        @Nullable Integer volumes,
        @Nullable Integer snapshots,
        @JsonProperty("gigabytes") @Nullable Integer sizeGiB,
        @JsonProperty("per_volume_gigabytes") @Nullable Integer volumeGiB,
        @Nullable Integer backups,
        @JsonProperty("backup_gigabytes") @Nullable Integer backupGiB,
        @Nullable Integer groups,
        @JsonAnySetter Map<String, @Nullable Object> extras) {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
