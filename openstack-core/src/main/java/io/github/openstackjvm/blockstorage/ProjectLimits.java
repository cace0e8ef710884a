package io.github.openstackjvm.blockstorage;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * What a project may have, and has. -1 in a limit is: any number. The constructor is not API.
 *
 * @param absolute numbers of things
 * @param rates requests in a time; always empty since Cinder counts none
 * @param extras fields without a component of their own
 */
public record ProjectLimits(
        Absolute absolute,
        @JsonProperty("rate") List<@Nullable Object> rates,
        @JsonAnySetter Map<String, @Nullable Object> extras) {

    /**
     * Limits on numbers of things, and how many there are. -1 in a limit is: any number.
     *
     * @param maxVolumes number of volumes
     * @param maxSnapshots number of snapshots
     * @param maxSizeGiB size of all volumes and snapshots together, in GiB
     * @param maxBackups number of backups
     * @param maxBackupGiB size of all backups together, in GiB
     * @param volumesUsed volumes there are
     * @param snapshotsUsed snapshots there are
     * @param sizeUsedGiB size of them together, in GiB
     * @param backupsUsed backups there are
     * @param backupUsedGiB size of them together, in GiB
     * @param extras fields without a component of their own
     */
    public record Absolute(
            @JsonProperty("maxTotalVolumes") @Nullable Integer maxVolumes,
            @JsonProperty("maxTotalSnapshots") @Nullable Integer maxSnapshots,

            @JsonProperty("maxTotalVolumeGigabytes") @Nullable
            Integer maxSizeGiB,

            @JsonProperty("maxTotalBackups") @Nullable Integer maxBackups,

            @JsonProperty("maxTotalBackupGigabytes") @Nullable
            Integer maxBackupGiB,

            @JsonProperty("totalVolumesUsed") @Nullable Integer volumesUsed,
            @JsonProperty("totalSnapshotsUsed") @Nullable Integer snapshotsUsed,
            @JsonProperty("totalGigabytesUsed") @Nullable Integer sizeUsedGiB,
            @JsonProperty("totalBackupsUsed") @Nullable Integer backupsUsed,

            @JsonProperty("totalBackupGigabytesUsed") @Nullable
            Integer backupUsedGiB,

            @JsonAnySetter Map<String, @Nullable Object> extras) {
        @Override
        public String toString() {
            return Show.of(this);
        }
    }

    @Override
    public String toString() {
        return Show.of(this);
    }
}
