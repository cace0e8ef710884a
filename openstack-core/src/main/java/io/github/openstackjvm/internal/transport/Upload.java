package io.github.openstackjvm.internal.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import io.github.openstackjvm.internal.transport.Failures.SourceFailure;
import io.github.openstackjvm.transport.HttpBody;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;
import org.jspecify.annotations.Nullable;

/** The body on its way out: counts what moved, and stops when the answer is there before its end. */
final class Upload extends AbstractHttpEntity {
    private static final int PIECE = 64 << 10;

    /** Whether the server has answered already. */
    interface EarlyAnswer {
        boolean there(long sent) throws IOException;
    }

    /** Thrown through the library's writer: the rest of the body is not wanted. */
    static final class NotWanted extends IOException {
        private static final long serialVersionUID = 1;
    }

    private final HttpBody body;
    private final Exchange exchange;
    private final Runnable cut;
    private EarlyAnswer early = sent -> false;
    private volatile @Nullable InputStream blocked;

    /**
     * A body to send.
     *
     * @param cut closes the connection at once
     */
    Upload(HttpBody body, Exchange exchange, Runnable cut) {
        super((String) null, null, body.length() < 0);
        this.body = body;
        this.exchange = exchange;
        this.cut = cut;
    }

    void watchFor(EarlyAnswer answer) {
        early = answer;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        boolean whole = false;
        try {
            if (body instanceof HttpBody.Bytes bytes) {
                write(bytes.bytes(), bytes.bytes().length, 0, out);
            } else {
                copy(out);
            }
            whole = true;
        } catch (NotWanted e) {
            whole = true;
            throw e;
        } finally {
            if (!whole) {
                // The library ends a chunked body properly even after a failure: half an object would be stored as a
                // whole.
                cut.run();
            }
        }
    }

    private void copy(OutputStream out) throws IOException {
        try (InputStream source = open()) {
            byte[] buffer = new byte[PIECE];
            long length = body.length();
            long done = 0;
            while (length < 0 || done < length) {
                int n = read(source, buffer, length < 0 ? PIECE : (int) Math.min(PIECE, length - done));
                if (n < 0) {
                    break;
                }
                write(buffer, n, done, out);
                done += n;
            }
            if (done < length) {
                throw new SourceFailure("The source of the body ended " + (length - done) + " bytes early", null);
            }
        }
    }

    private void write(byte[] bytes, int count, long before, OutputStream out) throws IOException {
        for (int from = 0; from < count; from += PIECE) {
            if (exchange.stage() == null || Thread.currentThread().isInterrupted()) {
                throw new IOException("The exchange was ended");
            }
            if (early.there(before + from)) {
                throw new NotWanted();
            }
            int n = Math.min(PIECE, count - from);
            out.write(bytes, from, n);
            exchange.moved(n);
        }
    }

    @SuppressWarnings(
            "CatchingUnchecked") // a source is foreign code: whatever it throws is its failure, not the wire's
    private InputStream open() throws SourceFailure {
        try {
            return new Source(body.open());
        } catch (Exception e) {
            throw new SourceFailure("The source of the body could not be opened: " + Failures.detail(e), e);
        }
    }

    @SuppressWarnings("CatchingUnchecked")
    private int read(InputStream source, byte[] buffer, int length) throws SourceFailure {
        blocked = source;
        try {
            return source.read(buffer, 0, length);
        } catch (Exception e) {
            throw new SourceFailure("The source of the body failed: " + Failures.detail(e), e);
        } finally {
            blocked = null;
        }
    }

    /** Frees the sending thread if it waits for its source: on a thread of its own, as closing foreign code may block. */
    void abandonSource() {
        InputStream source = blocked;
        if (source != null) {
            Thread closer = new Thread(() -> closeQuietly(source), "openstack-transport-source");
            closer.setDaemon(true);
            closer.start();
        }
    }

    private static void closeQuietly(InputStream source) {
        try {
            source.close();
        } catch (IOException e) {
            return; // the exchange is over, its failure is told elsewhere
        }
    }

    @Override
    public InputStream getContent() throws IOException {
        return body.open();
    }

    @Override
    public boolean isStreaming() {
        return !(body instanceof HttpBody.Bytes);
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public long getContentLength() {
        return body.length();
    }

    @Override
    public void close() {
        // writeTo closes the source.
    }

    /** A failing close of the source after its last byte must not spoil the exchange. */
    private static final class Source extends java.io.FilterInputStream {
        Source(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            closeQuietly(in);
        }
    }
}
