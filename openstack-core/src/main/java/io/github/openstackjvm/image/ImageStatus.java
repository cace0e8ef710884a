package io.github.openstackjvm.image;

import io.github.openstackjvm.resource.OpenValue;

/**
 * What becomes of an image.
 *
 * @param value as on the wire
 */
public record ImageStatus(String value) implements OpenValue {
    /** Registered, without data. */
    public static final ImageStatus QUEUED = new ImageStatus("queued");
    /** Its data are being uploaded. */
    public static final ImageStatus SAVING = new ImageStatus("saving");
    /** Its data are staged, or being staged. */
    public static final ImageStatus UPLOADING = new ImageStatus("uploading");
    /** The cloud brings its data into a store. */
    public static final ImageStatus IMPORTING = new ImageStatus("importing");
    /** Ready for use. */
    public static final ImageStatus ACTIVE = new ImageStatus("active");
    /** Its data are kept from everybody but administrators. */
    public static final ImageStatus DEACTIVATED = new ImageStatus("deactivated");
    /** Its upload failed; of older clouds only. */
    public static final ImageStatus KILLED = new ImageStatus("killed");
    /** Gone. */
    public static final ImageStatus DELETED = new ImageStatus("deleted");
    /** Gone, and its data will be soon. */
    public static final ImageStatus PENDING_DELETE = new ImageStatus("pending_delete");

    @Override
    public String toString() {
        return value;
    }
}
