package io.github.openstackjvm.blockstorage;

import io.github.openstackjvm.resource.OpenValue;

/**
 * Whether who has a volume may write to it.
 *
 * @param value as on the wire
 */
public record AttachMode(String value) implements OpenValue {
    /** Reading and writing. */
    public static final AttachMode READ_WRITE = new AttachMode("rw");
    /** Reading only. */
    public static final AttachMode READ_ONLY = new AttachMode("ro");
    /** Nobody said. */
    public static final AttachMode NONE = new AttachMode("null");

    @Override
    public String toString() {
        return value;
    }
}
