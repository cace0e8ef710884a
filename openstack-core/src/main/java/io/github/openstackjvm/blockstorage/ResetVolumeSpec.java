package io.github.openstackjvm.blockstorage;

import io.github.openstackjvm.resource.Spec;

/** Which states of a volume to declare to be others. */
public final class ResetVolumeSpec extends Spec<ResetVolumeSpec> {

    /** What it is at. */
    public ResetVolumeSpec status(VolumeStatus status) {
        return set("status", status);
    }

    /** Whether it is attached; when it is not, all its attachments are forgotten. */
    public ResetVolumeSpec attached(boolean attached) {
        return set("attach_status", attached ? "attached" : "detached");
    }

    /** How far its migration is. */
    public ResetVolumeSpec migrationStatus(MigrationStatus status) {
        return set("migration_status", status);
    }
}
