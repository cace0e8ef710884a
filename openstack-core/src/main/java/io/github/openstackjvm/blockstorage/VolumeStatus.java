package io.github.openstackjvm.blockstorage;

import io.github.openstackjvm.resource.OpenValue;

/**
 * What a volume is at.
 *
 * @param value as on the wire
 */
public record VolumeStatus(String value) implements OpenValue {
    /** Being made. */
    public static final VolumeStatus CREATING = new VolumeStatus("creating");
    /** Being filled with the content of an image. */
    public static final VolumeStatus DOWNLOADING = new VolumeStatus("downloading");
    /** Ready, and nobody uses it. */
    public static final VolumeStatus AVAILABLE = new VolumeStatus("available");
    /** Kept for a server. */
    public static final VolumeStatus RESERVED = new VolumeStatus("reserved");
    /** About to be attached. */
    public static final VolumeStatus ATTACHING = new VolumeStatus("attaching");
    /** Attached to a server or a host. */
    public static final VolumeStatus IN_USE = new VolumeStatus("in-use");
    /** About to be detached. */
    public static final VolumeStatus DETACHING = new VolumeStatus("detaching");
    /** Being enlarged. */
    public static final VolumeStatus EXTENDING = new VolumeStatus("extending");
    /** Changing its type. */
    public static final VolumeStatus RETYPING = new VolumeStatus("retyping");
    /** Being copied into an image. */
    public static final VolumeStatus UPLOADING = new VolumeStatus("uploading");
    /** Being copied into a backup. */
    public static final VolumeStatus BACKING_UP = new VolumeStatus("backing-up");
    /** Being filled with the content of a backup. */
    public static final VolumeStatus RESTORING_BACKUP = new VolumeStatus("restoring-backup");
    /** Going back to a snapshot. */
    public static final VolumeStatus REVERTING = new VolumeStatus("reverting");
    /** Offered to another project. */
    public static final VolumeStatus AWAITING_TRANSFER = new VolumeStatus("awaiting-transfer");
    /** Locked while it is migrated. */
    public static final VolumeStatus MAINTENANCE = new VolumeStatus("maintenance");
    /** Being deleted. */
    public static final VolumeStatus DELETING = new VolumeStatus("deleting");
    /** Being given up by Cinder, while the backend keeps it. */
    public static final VolumeStatus UNMANAGING = new VolumeStatus("unmanaging");
    /** It could not be made. */
    public static final VolumeStatus ERROR = new VolumeStatus("error");
    /** It could not be deleted. */
    public static final VolumeStatus ERROR_DELETING = new VolumeStatus("error_deleting");
    /** It could not be enlarged. */
    public static final VolumeStatus ERROR_EXTENDING = new VolumeStatus("error_extending");
    /** A backup could not be restored to it. */
    public static final VolumeStatus ERROR_RESTORING = new VolumeStatus("error_restoring");
    /** It could not be backed up. */
    public static final VolumeStatus ERROR_BACKING_UP = new VolumeStatus("error_backing-up");

    /** Whether something has failed. */
    public boolean failed() {
        return value.startsWith("error");
    }

    @Override
    public String toString() {
        return value;
    }
}
