package io.github.openstackjvm.image;

import io.github.openstackjvm.resource.OpenValue;

/**
 * How far a task is.
 *
 * @param value as on the wire
 */
public record TaskStatus(String value) implements OpenValue {
    /** Not begun. */
    public static final TaskStatus PENDING = new TaskStatus("pending");
    /** Under way. */
    public static final TaskStatus PROCESSING = new TaskStatus("processing");
    /** Done. */
    public static final TaskStatus SUCCESS = new TaskStatus("success");
    /** Failed; its message says why. */
    public static final TaskStatus FAILURE = new TaskStatus("failure");

    @Override
    public String toString() {
        return value;
    }
}
