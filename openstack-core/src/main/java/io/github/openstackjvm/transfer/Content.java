package io.github.openstackjvm.transfer;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.openstackjvm.internal.wire.Limited;
import io.github.openstackjvm.transport.HttpBody;
import org.jspecify.annotations.Nullable;

/**
 * What is uploaded. It is opened when its bytes are needed, and opened again when an upload has to be repeated: after a
 * token that ran out, or a connection that broke. Content that is there once only, see {@link #once(InputStream)}, is
 * repeated only as long as nothing was read of it; otherwise the failure says so.
 */
public final class Content implements HttpBody {
    private static final long UNKNOWN = -1;

    private final String what;
    private final long length;
    private final Source source;
    /** Whether it was opened, for what can be opened once; null for what can be opened any number of times. */
    private final @Nullable AtomicBoolean spent;

    private final @Nullable TransferListener listener;

    /** Where the bytes come from. */
    @FunctionalInterface
    public interface Source {
        /** A new stream at the first byte. It is closed by whoever asked for it. */
        InputStream open() throws IOException;
    }

    private Content(
            String what,
            long length,
            Source source,
            @Nullable AtomicBoolean spent,
            @Nullable TransferListener listener) {
        this.what = what;
        this.length = length;
        this.source = source;
        this.spent = spent;
        this.listener = listener;
    }

    /**
     * A file, as long as it is now. What is not a regular file, such as a pipe, is read once, in chunks.
     *
     * @throws UncheckedIOException when there is no such file, or it is a directory
     */
    public static Content of(Path file) {
        try {
            if (Files.isRegularFile(file)) {
                return new Content(file.toString(), Files.size(file), () -> Files.newInputStream(file), null, null);
            } else if (Files.isDirectory(file)) {
                throw new IOException(file + " is a directory");
            } else if (!Files.exists(file)) {
                throw new NoSuchFileException(file.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Content(file.toString(), UNKNOWN, () -> Files.newInputStream(file), new AtomicBoolean(), null);
    }

    /** Bytes in memory, which must not change any more. */
    public static Content of(byte[] bytes) {
        return new Content("bytes", bytes.length, () -> new ByteArrayInputStream(bytes), null, null);
    }

    /** A text, in UTF-8. */
    public static Content of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** So many bytes of a source that can be opened again; what it has beyond them is not read. */
    public static Content from(long length, Source source) {
        if (length < 0) {
            throw new IllegalArgumentException("A length cannot be negative: " + length + ". Use chunked");
        }
        return new Content("a source", length, source, null, null);
    }

    /** All bytes of a source that can be opened again; how many is not known before. */
    public static Content chunked(Source source) {
        return new Content("a source", UNKNOWN, source, null, null);
    }

    /** All that is left of a stream. It is closed after the upload. */
    public static Content once(InputStream stream) {
        return new Content("a stream", UNKNOWN, () -> stream, new AtomicBoolean(), null);
    }

    /** So many bytes of a stream. It is closed after the upload. */
    public static Content once(InputStream stream, long length) {
        if (length < 0) {
            throw new IllegalArgumentException("A length cannot be negative: " + length + ". Leave it out");
        }
        return new Content("a stream", length, () -> stream, new AtomicBoolean(), null);
    }

    /**
     * So many bytes of this content from that one on, as content of its own.
     *
     * @throws IllegalArgumentException when this content has no such part, can be read once only, or its length is not known
     */
    public Content part(long from, long count) {
        if (spent != null || length < 0) {
            throw new IllegalArgumentException(
                    "Only content of a known length that can be opened again has parts: not " + this);
        }
        if (from < 0 || count < 0 || count > length - from) {
            throw new IllegalArgumentException(this + " has no " + count + " bytes from byte " + from + " on");
        }
        return new Content(what + " from byte " + from + " on", count, () -> partOf(from, count), null, listener);
    }

    private InputStream partOf(long from, long count) throws IOException {
        InputStream whole = source.open();
        try {
            whole.skipNBytes(from);
            return new Limited(whole, count);
        } catch (IOException | RuntimeException e) {
            whole.close();
            throw e;
        }
    }

    /** The same, which tells this listener how far it is. */
    public Content onProgress(TransferListener hears) {
        return new Content(what, length, source, spent, hears);
    }

    /** Number of bytes, or -1 when it is not known: they are then sent in chunks. */
    @Override
    public long length() {
        return length;
    }

    /** Whether it can be opened, once more or for the first time. */
    @Override
    public boolean repeatable() {
        return spent == null || !spent.get();
    }

    /** Whether it can be opened a single time, however often that was done. */
    public boolean isOnce() {
        return spent != null;
    }

    /** Opens it at its first byte. Whoever does that closes it. */
    @Override
    public InputStream open() throws IOException {
        if (spent != null && !spent.compareAndSet(false, true)) {
            throw new IOException(what + " can be read once only, and was read before");
        }
        InputStream stream = source.open();
        return listener == null ? stream : new Counted(stream, new Meter(listener, length));
    }

    /** Where it comes from, and its length. */
    @Override
    public String toString() {
        return "Content[" + what + (length < 0 ? "" : ", " + length + " bytes") + "]";
    }

    /** Tells a meter what was read. */
    private static final class Counted extends FilterInputStream {
        private final Meter meter;

        Counted(InputStream in, Meter meter) {
            super(in);
            this.meter = meter;
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            count(b < 0 ? -1 : 1);
            return b;
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            int n = in.read(bytes, from, count);
            count(n);
            return n;
        }

        private void count(int n) {
            if (n < 0) {
                meter.end();
            } else {
                meter.moved(n);
            }
        }
    }
}
