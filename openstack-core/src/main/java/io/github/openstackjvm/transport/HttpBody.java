package io.github.openstackjvm.transport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The body of a request: bytes in memory, or a source that is opened when they are needed. */
public interface HttpBody {

    /** Number of bytes, or -1 when it is not known: the body is then sent in chunks. */
    long length();

    /** Whether {@link #open} may be called again, so that the request can be repeated. */
    boolean repeatable();

    /** Opens the source at its first byte. The transport closes it. */
    InputStream open() throws IOException;

    /** A body out of these bytes, which must not change any more. */
    static HttpBody of(byte[] bytes) {
        return new Bytes(bytes);
    }

    /**
     * Bytes in memory.
     *
     * @param bytes the body, not copied
     */
    @SuppressWarnings("ArrayRecordComponent") // identity is enough: bodies are never compared
    record Bytes(byte[] bytes) implements HttpBody {
        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public boolean repeatable() {
            return true;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        /** The size only: a body may hold a password. */
        @Override
        public String toString() {
            return bytes.length + " bytes";
        }
    }
}
