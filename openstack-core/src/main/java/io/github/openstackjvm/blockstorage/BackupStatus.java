package io.github.openstackjvm.blockstorage;

import io.github.openstackjvm.resource.OpenValue;

/**
 * What a backup is at.
 *
 * @param value as on the wire
 */
public record BackupStatus(String value) implements OpenValue {
    /** Being made. */
    public static final BackupStatus CREATING = new BackupStatus("creating");
    /** Ready. */
    public static final BackupStatus AVAILABLE = new BackupStatus("available");
    /** Being written onto a volume. */
    public static final BackupStatus RESTORING = new BackupStatus("restoring");
    /** Being deleted. */
    public static final BackupStatus DELETING = new BackupStatus("deleting");
    /** It could not be made, or not be restored. */
    public static final BackupStatus ERROR = new BackupStatus("error");
    /** It could not be deleted. */
    public static final BackupStatus ERROR_DELETING = new BackupStatus("error_deleting");

    /** Whether something has failed. */
    public boolean failed() {
        return value.startsWith("error");
    }

    @Override
    public String toString() {
        return value;
    }
}
