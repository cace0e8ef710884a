package io.github.openstackjvm.blockstorage;

import io.github.openstackjvm.resource.OpenValue;

/**
 * What a snapshot is at.
 *
 * @param value as on the wire
 */
public record SnapshotStatus(String value) implements OpenValue {
    /** Being made. */
    public static final SnapshotStatus CREATING = new SnapshotStatus("creating");
    /** Ready. */
    public static final SnapshotStatus AVAILABLE = new SnapshotStatus("available");
    /** Being copied into a backup. */
    public static final SnapshotStatus BACKING_UP = new SnapshotStatus("backing-up");
    /** Its volume goes back to it. */
    public static final SnapshotStatus RESTORING = new SnapshotStatus("restoring");
    /** Changing. */
    public static final SnapshotStatus UPDATING = new SnapshotStatus("updating");
    /** Being deleted. */
    public static final SnapshotStatus DELETING = new SnapshotStatus("deleting");
    /** Being given up by Cinder, while the backend keeps it. */
    public static final SnapshotStatus UNMANAGING = new SnapshotStatus("unmanaging");
    /** It could not be made. */
    public static final SnapshotStatus ERROR = new SnapshotStatus("error");
    /** It could not be deleted. */
    public static final SnapshotStatus ERROR_DELETING = new SnapshotStatus("error_deleting");

    /** Whether something has failed. */
    public boolean failed() {
        return value.startsWith("error");
    }

    @Override
    public String toString() {
        return value;
    }
}
