package io.github.openstackjvm.testkit;

/** Assertions about a backup of a volume. */
public final class BackupAssert extends ResourceAssert<BackupAssert> {
    BackupAssert(Found found) {
        super(found, BackupAssert.class);
    }

    /** Its status is this one, in Cinder's words, such as {@code available}. */
    public BackupAssert hasStatus(String status) {
        return has("status", status);
    }

    /** It is of the volume of this name or id. */
    public BackupAssert isOf(String volume) {
        return refersTo("volume_id", "block-storage/volumes", "volume", volume);
    }

    /** Its volume was so large. */
    public BackupAssert hasSizeGiB(int size) {
        return has("size", size);
    }
}
