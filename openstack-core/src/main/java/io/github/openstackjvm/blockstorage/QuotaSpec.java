package io.github.openstackjvm.blockstorage;

import io.github.openstackjvm.resource.Spec;

/** Quotas to set; -1 is: any number. */
public final class QuotaSpec extends Spec<QuotaSpec> {

    /** Number of volumes. */
    public QuotaSpec volumes(int limit) {
        return set("volumes", limit);
    }

    /** Number of snapshots. */
    public QuotaSpec snapshots(int limit) {
        return set("snapshots", limit);
    }

    /** Size of all volumes and snapshots together, in GiB. */
    public QuotaSpec sizeGiB(int limit) {
        return set("gigabytes", limit);
    }

    /** Size of a volume, in GiB. */
    public QuotaSpec volumeGiB(int limit) {
        return set("per_volume_gigabytes", limit);
    }

    /** Number of backups. */
    public QuotaSpec backups(int limit) {
        return set("backups", limit);
    }

    /** Size of all backups together, in GiB. */
    public QuotaSpec backupGiB(int limit) {
        return set("backup_gigabytes", limit);
    }

    /** Number of groups. */
    public QuotaSpec groups(int limit) {
        return set("groups", limit);
    }

    /** Number of volumes of the type with this name. */
    public QuotaSpec volumesOfType(String typeName, int limit) {
        return set("volumes_" + typeName, limit);
    }

    /** Number of snapshots of volumes of the type with this name. */
    public QuotaSpec snapshotsOfType(String typeName, int limit) {
        return set("snapshots_" + typeName, limit);
    }

    /** Size of all volumes of the type with this name and their snapshots together, in GiB. */
    public QuotaSpec sizeGiBOfType(String typeName, int limit) {
        return set("gigabytes_" + typeName, limit);
    }
}
