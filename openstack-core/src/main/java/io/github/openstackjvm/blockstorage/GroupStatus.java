package io.github.openstackjvm.blockstorage;

import io.github.openstackjvm.resource.OpenValue;

/**
 * What a group of volumes, or a snapshot of one, is at.
 *
 * @param value as on the wire
 */
public record GroupStatus(String value) implements OpenValue {
    /** Being made. */
    public static final GroupStatus CREATING = new GroupStatus("creating");
    /** Ready. */
    public static final GroupStatus AVAILABLE = new GroupStatus("available");
    /** Volumes come or go. */
    public static final GroupStatus UPDATING = new GroupStatus("updating");
    /** In use. */
    public static final GroupStatus IN_USE = new GroupStatus("in-use");
    /** Being deleted. */
    public static final GroupStatus DELETING = new GroupStatus("deleting");
    /** It could not be made or changed. */
    public static final GroupStatus ERROR = new GroupStatus("error");
    /** It could not be deleted. */
    public static final GroupStatus ERROR_DELETING = new GroupStatus("error_deleting");

    /** Whether something has failed. */
    public boolean failed() {
        return value.startsWith("error");
    }

    @Override
    public String toString() {
        return value;
    }
}
