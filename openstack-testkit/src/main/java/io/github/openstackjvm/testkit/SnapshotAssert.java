package io.github.openstackjvm.testkit;

/** Assertions about a snapshot of a volume. */
public final class SnapshotAssert extends ResourceAssert<SnapshotAssert> {
    SnapshotAssert(Found found) {
        super(found, SnapshotAssert.class);
    }

    /** Its status is this one, in Cinder's words, such as {@code available}. */
    public SnapshotAssert hasStatus(String status) {
        return has("status", status);
    }

    /** It shows the volume of this name or id. */
    public SnapshotAssert isOf(String volume) {
        return refersTo("volume_id", "block-storage/volumes", "volume", volume);
    }

    /** Its volume was so large. */
    public SnapshotAssert hasSizeGiB(int size) {
        return has("volume_size", size);
    }

    /** It has this pair of metadata. */
    public SnapshotAssert hasMetadata(String key, String value) {
        return hasPair("metadata", "metadata", key, value);
    }
}
