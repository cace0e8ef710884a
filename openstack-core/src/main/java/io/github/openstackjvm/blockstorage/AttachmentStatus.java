package io.github.openstackjvm.blockstorage;

import io.github.openstackjvm.resource.OpenValue;

/**
 * How far an attachment is.
 *
 * @param value as on the wire
 */
public record AttachmentStatus(String value) implements OpenValue {
    /** The volume is kept for it. */
    public static final AttachmentStatus RESERVED = new AttachmentStatus("reserved");
    /** The host may reach the volume. */
    public static final AttachmentStatus ATTACHING = new AttachmentStatus("attaching");
    /** The volume is in use. */
    public static final AttachmentStatus ATTACHED = new AttachmentStatus("attached");
    /** It has ended. */
    public static final AttachmentStatus DETACHED = new AttachmentStatus("detached");
    /** It could not begin. */
    public static final AttachmentStatus ERROR_ATTACHING = new AttachmentStatus("error_attaching");
    /** It could not end. */
    public static final AttachmentStatus ERROR_DETACHING = new AttachmentStatus("error_detaching");

    @Override
    public String toString() {
        return value;
    }
}
