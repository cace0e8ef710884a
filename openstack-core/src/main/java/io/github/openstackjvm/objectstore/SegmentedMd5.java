package io.github.openstackjvm.objectstore;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Iterator;
import java.util.List;

import io.github.openstackjvm.internal.wire.Checksum;

/** Comes to what Swift says a large object hashes to: the MD5 of the MD5s of its segments. */
final class SegmentedMd5 extends MessageDigest {
    private final List<Long> lengths;
    private final MessageDigest whole = Checksum.digest(Etag.MD5);
    private final MessageDigest part = Checksum.digest(Etag.MD5);
    private Iterator<Long> rest;
    private long left;
    /** Whether there is a segment whose bytes are being read: an object can also be made of none. */
    private boolean begun;

    /** Of segments with these lengths. */
    SegmentedMd5(List<Long> lengths) {
        super("MD5 of segments");
        this.lengths = List.copyOf(lengths);
        this.rest = this.lengths.iterator();
        begin();
    }

    private void begin() {
        begun = rest.hasNext();
        left = begun ? rest.next() : 0;
    }

    @Override
    protected void engineUpdate(byte one) {
        engineUpdate(new byte[] {one}, 0, 1);
    }

    @Override
    protected void engineUpdate(byte[] bytes, int offset, int length) {
        int from = offset;
        int more = length;
        while (more > 0) {
            if (left == 0 && rest.hasNext()) {
                endPart();
                left = rest.next();
                continue;
            }
            // What comes behind the last segment belongs to nothing: the digest then differs, as it should.
            begun = true;
            int count = left == 0 ? more : (int) Math.min(more, left);
            part.update(bytes, from, count);
            left -= Math.min(left, count);
            from += count;
            more -= count;
        }
    }

    private void endPart() {
        whole.update(Checksum.hex(part).getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    protected byte[] engineDigest() {
        // Those at the end may have no bytes.
        while (left == 0 && rest.hasNext()) {
            endPart();
            left = rest.next();
        }
        if (begun) {
            endPart();
        }
        byte[] digest = whole.digest();
        engineReset();
        return digest;
    }

    @Override
    protected void engineReset() {
        whole.reset();
        part.reset();
        rest = lengths.iterator();
        begin();
    }
}
