package io.github.openstackjvm.blockstorage;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * How much a project may have, and has. Limits for single volume types are among the extras, such as {@code volumes_lvm}. The constructor is not API.
 *
 * @param id of the project
 * @param volumes number of volumes
 * @param snapshots number of snapshots
 * @param sizeGiB size of all volumes and snapshots together, in GiB
 * @param volumeGiB size of a volume, in GiB
 * @param backups number of backups
 * @param backupGiB size of all backups together, in GiB
 * @param groups number of groups
 * @param extras fields without a component of their own
 */
public record QuotaDetails(
        @Nullable String id,
        @Nullable Usage volumes,
        @Nullable Usage snapshots,
        @JsonProperty("gigabytes") @Nullable Usage sizeGiB,
        @JsonProperty("per_volume_gigabytes") @Nullable Usage volumeGiB,
        @Nullable Usage backups,
        @JsonProperty("backup_gigabytes") @Nullable Usage backupGiB,
        @Nullable Usage groups,
        @JsonAnySetter Map<String, @Nullable Object> extras) {

    /**
     * A limit and what counts against it.
     *
     * @param limit -1: any number
     * @param inUse what there is
     * @param reserved what is being made
     */
    public record Usage(int limit, int inUse, int reserved) {}

    @Override
    public String toString() {
        return Show.of(this);
    }
}
