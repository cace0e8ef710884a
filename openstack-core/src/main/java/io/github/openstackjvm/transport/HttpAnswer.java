package io.github.openstackjvm.transport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.jspecify.annotations.Nullable;

/** What the server answered: buffered, or a stream that must be closed. */
public final class HttpAnswer implements AutoCloseable {
    private final int status;
    private final HttpHeaders headers;
    private final byte @Nullable [] bytes;
    private final @Nullable InputStream stream;

    private HttpAnswer(int status, HttpHeaders headers, byte @Nullable [] bytes, @Nullable InputStream stream) {
        this.status = status;
        this.headers = headers;
        this.bytes = bytes;
        this.stream = stream;
    }

    /** An answer whose body is in memory; empty when there is none. The array is not copied and must not change. */
    public static HttpAnswer buffered(int status, HttpHeaders headers, byte[] body) {
        return new HttpAnswer(status, headers, body, null);
    }

    /** An answer whose body is still to be read. Closing the answer closes the stream. */
    public static HttpAnswer streaming(int status, HttpHeaders headers, InputStream body) {
        return new HttpAnswer(status, headers, null, body);
    }

    /** The status code. */
    public int status() {
        return status;
    }

    /** All header lines. */
    public HttpHeaders headers() {
        return headers;
    }

    /** Whether the body is still on the wire. */
    public boolean streaming() {
        return stream != null;
    }

    /**
     * The buffered body, empty when there is none. Not a copy.
     *
     * @throws IllegalStateException when the answer is a stream
     */
    public byte[] bytes() {
        if (bytes == null) {
            throw new IllegalStateException("This answer is a stream: read stream() instead");
        }
        return bytes;
    }

    /** The body to read from, in either case. */
    public InputStream stream() {
        return stream != null ? stream : new ByteArrayInputStream(bytes());
    }

    /** Gives up what was not read of a streamed body. Harmless for a buffered one. */
    @Override
    public void close() {
        if (stream != null) {
            try {
                stream.close();
            } catch (IOException e) {
                // The connection is gone either way, and nobody waits for its bytes any more.
                return;
            }
        }
    }

    /** Status and size: never the body. */
    @Override
    public String toString() {
        return "HTTP " + status + (bytes == null ? ", streaming" : ", " + bytes.length + " bytes");
    }
}
