package io.github.openstackjvm.compute;

import io.github.openstackjvm.resource.OpenValue;

/**
 * What a server does, as users see it.
 *
 * @param value as on the wire
 */
public record ServerStatus(String value) implements OpenValue {
    /** It runs. */
    public static final ServerStatus ACTIVE = new ServerStatus("ACTIVE");
    /** It is being made. */
    public static final ServerStatus BUILD = new ServerStatus("BUILD");
    /** It is gone. */
    public static final ServerStatus DELETED = new ServerStatus("DELETED");
    /** It failed; see its fault. */
    public static final ServerStatus ERROR = new ServerStatus("ERROR");
    /** It is being switched off and on. */
    public static final ServerStatus HARD_REBOOT = new ServerStatus("HARD_REBOOT");
    /** It moves while it runs. */
    public static final ServerStatus MIGRATING = new ServerStatus("MIGRATING");
    /** Its password is being changed. */
    public static final ServerStatus PASSWORD = new ServerStatus("PASSWORD");
    /** It stands still, in memory. */
    public static final ServerStatus PAUSED = new ServerStatus("PAUSED");
    /** It is being restarted. */
    public static final ServerStatus REBOOT = new ServerStatus("REBOOT");
    /** It is being made anew. */
    public static final ServerStatus REBUILD = new ServerStatus("REBUILD");
    /** It runs from another image. */
    public static final ServerStatus RESCUE = new ServerStatus("RESCUE");
    /** It is being resized or moved. */
    public static final ServerStatus RESIZE = new ServerStatus("RESIZE");
    /** It goes back to its former size or place. */
    public static final ServerStatus REVERT_RESIZE = new ServerStatus("REVERT_RESIZE");
    /** It is off, and an image of it is kept. */
    public static final ServerStatus SHELVED = new ServerStatus("SHELVED");
    /** It is off, and on no host. */
    public static final ServerStatus SHELVED_OFFLOADED = new ServerStatus("SHELVED_OFFLOADED");
    /** It is off. */
    public static final ServerStatus SHUTOFF = new ServerStatus("SHUTOFF");
    /** It is deleted, but can be restored for a while. */
    public static final ServerStatus SOFT_DELETED = new ServerStatus("SOFT_DELETED");
    /** It stands still, on disk. */
    public static final ServerStatus SUSPENDED = new ServerStatus("SUSPENDED");
    /** The part of the cloud that knows it is down. */
    public static final ServerStatus UNKNOWN = new ServerStatus("UNKNOWN");
    /** It was resized or moved, and waits to be confirmed or reverted. */
    public static final ServerStatus VERIFY_RESIZE = new ServerStatus("VERIFY_RESIZE");

    @Override
    public String toString() {
        return value;
    }
}
