package io.github.openstackjvm.internal.wire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.openstackjvm.transport.HttpBody;

/** A body that is hashed on its way out, to check what the service says that it received. For one call, and so one thread. */
public final class Hashed implements HttpBody {
    private final HttpBody body;
    private final Map<String, MessageDigest> digests = new LinkedHashMap<>();
    private long bytes;
    private int openings;

    /** This body, hashed by these algorithms. */
    public Hashed(HttpBody body, String... algorithms) {
        this.body = body;
        for (String algorithm : algorithms) {
            digests.put(algorithm, Checksum.digest(algorithm));
        }
    }

    @Override
    public long length() {
        return body.length();
    }

    @Override
    public boolean repeatable() {
        return body.repeatable();
    }

    @Override
    public InputStream open() throws IOException {
        InputStream source = body.open();
        openings++;
        bytes = 0;
        digests.values().forEach(MessageDigest::reset);
        return new Hashing(source);
    }

    /** What the last attempt sent, by this algorithm. To be asked once, after it. */
    public Checksum checksum(String algorithm) {
        MessageDigest digest = digests.get(algorithm);
        if (digest == null) {
            throw new IllegalStateException(algorithm + " was not asked for");
        }
        return new Checksum(algorithm, Checksum.hex(digest));
    }

    /** Bytes that the last attempt read. */
    public long bytes() {
        return bytes;
    }

    /** How often it was opened: more than once when the upload was repeated. */
    public int openings() {
        return openings;
    }

    private final class Hashing extends FilterInputStream {
        Hashing(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            int n = in.read(into, from, count);
            if (n > 0) {
                bytes += n;
                digests.values().forEach(digest -> digest.update(into, from, n));
            }
            return n;
        }
    }
}
