package io.github.openstackjvm.objectstore;

import io.github.openstackjvm.error.InvalidSpec;
import io.github.openstackjvm.transfer.TransferListener;
import org.jspecify.annotations.Nullable;

/** How an object of any size is put. Everything may be left out. */
public final class LargeUpload {
    /** More than Swift takes for one object. */
    private static final long LARGEST_SEGMENT = 5L << 30;

    private ObjectSpec spec = new ObjectSpec();
    private long segmentBytes = 256L << 20;
    private int atOnce = 4;
    private @Nullable String segmentContainer;
    private @Nullable String label;
    private boolean dynamic;
    private boolean keepsOld;
    private @Nullable TransferListener listener;

    /** What goes with the object. */
    public LargeUpload with(ObjectSpec headers) {
        spec = headers.copy();
        return this;
    }

    /** How many bytes a segment has (256 MiB), at most 5 GiB. What is not larger is put as a whole. */
    public LargeUpload segmentBytes(long bytes) {
        if (bytes < 1 || bytes > LARGEST_SEGMENT) {
            throw new InvalidSpec("A segment has between 1 byte and 5 GiB, not " + bytes + " bytes");
        }
        segmentBytes = bytes;
        return this;
    }

    /** How many segments are put at once (4). */
    public LargeUpload concurrency(int segments) {
        if (segments < 1) {
            throw new InvalidSpec("At least one segment is put at once, not " + segments);
        }
        atOnce = segments;
        return this;
    }

    /** Where the segments go, which is created if it is not there: left out, the container's name and {@code _segments}. */
    public LargeUpload segmentContainer(String container) {
        segmentContainer = container;
        return this;
    }

    /**
     * Goes on where an earlier upload under the same name and this label ended, and leaves its segments if it fails. A
     * segment that is there counts if it has the bytes that would be sent; to know that, they are read. What cannot be put
     * several segments at once always begins anew.
     *
     * @param label such as the time at which a file was last changed
     */
    public LargeUpload resumable(String label) {
        this.label = label;
        return this;
    }

    /** Makes a dynamic large object, whose segments are whatever there is under their names when it is read. */
    public LargeUpload dynamic() {
        dynamic = true;
        return this;
    }

    /** Leaves the segments of the object that was there before, such as for older versions or copies of its manifest. */
    public LargeUpload keepOldSegments() {
        keepsOld = true;
        return this;
    }

    /** Tells this listener how far the whole is. */
    public LargeUpload onProgress(TransferListener hears) {
        listener = hears;
        return this;
    }

    /** An independent one with the same settings. */
    LargeUpload copy() {
        LargeUpload copy = new LargeUpload();
        copy.spec = spec.copy();
        copy.segmentBytes = segmentBytes;
        copy.atOnce = atOnce;
        copy.segmentContainer = segmentContainer;
        copy.label = label;
        copy.dynamic = dynamic;
        copy.keepsOld = keepsOld;
        copy.listener = listener;
        return copy;
    }

    ObjectSpec spec() {
        return spec;
    }

    long segmentBytes() {
        return segmentBytes;
    }

    int atOnce() {
        return atOnce;
    }

    @Nullable
    String segmentContainer() {
        return segmentContainer;
    }

    @Nullable
    String label() {
        return label;
    }

    boolean isDynamic() {
        return dynamic;
    }

    boolean keepsOld() {
        return keepsOld;
    }

    @Nullable
    TransferListener listener() {
        return listener;
    }
}
