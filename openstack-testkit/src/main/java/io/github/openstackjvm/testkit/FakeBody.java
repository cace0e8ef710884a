package io.github.openstackjvm.testkit;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The body of a request or an answer: in memory, or in a temporary file when it is larger than 1 MiB, or put together from
 * others. A file lives until all who hold it have let go: whoever keeps a body beyond the call takes a {@link #share} of it,
 * and gives it back by {@link #discard}; the fronts discard what they have received and what they have sent.
 */
public final class FakeBody {
    /** No body. */
    public static final FakeBody EMPTY = new FakeBody(new Bytes(new byte[0], 0, 0));

    private static final int IN_MEMORY = 1 << 20;

    private final Content content;

    private FakeBody(Content content) {
        this.content = content;
    }

    /** A body of these bytes, not copied. */
    public static FakeBody of(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new FakeBody(new Bytes(bytes, 0, bytes.length));
    }

    /** A body of this text in UTF-8. */
    public static FakeBody of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The bodies one after the other. It holds them: their shares go with it. */
    public static FakeBody joined(List<FakeBody> parts) {
        return parts.size() == 1 ? parts.get(0) : new FakeBody(new Joined(List.copyOf(parts)));
    }

    /** A body of this length that breaks off at its first byte, as that of a server which fails in the middle does. */
    public static FakeBody broken(long length) {
        return new FakeBody(new Broken(length));
    }

    /** Reads a stream to its end, without closing it. */
    public static FakeBody read(InputStream in) throws IOException {
        byte[] head = in.readNBytes(IN_MEMORY);
        if (head.length < IN_MEMORY) {
            return of(head);
        }
        Path file = Files.createTempFile("fake-cloud", ".body");
        file.toFile().deleteOnExit();
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(head);
            in.transferTo(out);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return new FakeBody(new OnDisk(file, Files.size(file), new AtomicInteger(1)));
    }

    /** Number of bytes. */
    public long length() {
        return content.length();
    }

    /** Opens the body at its first byte. */
    public InputStream open() {
        try {
            return content.open(0, content.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes from one index up to, and without, another one. It holds this body: its share goes with it. */
    public FakeBody slice(long from, long to) {
        return from == 0 && to == length() ? this : new FakeBody(new Slice(content, from, to));
    }

    /** All bytes. Not a copy when they are in memory. */
    public byte[] bytes() {
        if (content instanceof Bytes memory && memory.bytes.length == memory.to) {
            return memory.bytes;
        }
        try (InputStream in = open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The body as UTF-8 text. */
    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** The same body with one more holder, who must discard it, too. */
    public FakeBody share() {
        content.share();
        return this;
    }

    /** Lets go of the body. With the last holder its temporary file goes, too, and it must not be used any more. */
    public void discard() {
        content.discard();
    }

    /** The size only: a body may hold a password. */
    @Override
    public String toString() {
        return length() + " bytes";
    }

    /** Where the bytes are. */
    private sealed interface Content {
        long length();

        InputStream open(long from, long to) throws IOException;

        void share();

        void discard();
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Bytes(byte[] bytes, int from, int to) implements Content {
        @Override
        public long length() {
            return (long) to - from;
        }

        @Override
        public InputStream open(long first, long end) {
            return new ByteArrayInputStream(bytes, from + (int) first, (int) (end - first));
        }

        @Override
        public void share() {
            // The heap's affair.
        }

        @Override
        public void discard() {
            // The heap's affair.
        }
    }

    private record OnDisk(Path file, long length, AtomicInteger holders) implements Content {
        @Override
        public InputStream open(long from, long to) throws IOException {
            InputStream in = Files.newInputStream(file);
            in.skipNBytes(from);
            return to == length ? in : new Limited(in, to - from);
        }

        @Override
        public void share() {
            holders.incrementAndGet();
        }

        @Override
        public void discard() {
            if (holders.decrementAndGet() == 0) {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException e) {
                    // It is deleted when the process ends.
                    return;
                }
            }
        }
    }

    private record Slice(Content whole, long from, long to) implements Content {
        @Override
        public long length() {
            return to - from;
        }

        @Override
        public InputStream open(long first, long end) throws IOException {
            return whole.open(from + first, from + end);
        }

        @Override
        public void share() {
            whole.share();
        }

        @Override
        public void discard() {
            whole.discard();
        }
    }

    private record Joined(List<FakeBody> parts) implements Content {
        @Override
        public long length() {
            return parts.stream().mapToLong(FakeBody::length).sum();
        }

        @Override
        public InputStream open(long from, long to) {
            return new Sequence(parts.iterator(), from, to);
        }

        @Override
        public void share() {
            parts.forEach(FakeBody::share);
        }

        @Override
        public void discard() {
            parts.forEach(FakeBody::discard);
        }
    }

    private record Broken(long length) implements Content {
        @Override
        public InputStream open(long from, long to) {
            return new Failing();
        }

        @Override
        public void share() {
            // There is nothing.
        }

        @Override
        public void discard() {
            // There is nothing.
        }
    }

    /** A stream read in blocks. */
    private abstract static class Blocks extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
        }

        @Override
        public abstract int read(byte[] buffer, int offset, int length) throws IOException;
    }

    /** Parts one after the other, each opened when it is reached. */
    private static final class Sequence extends Blocks {
        private final Iterator<FakeBody> rest;
        private long from;
        private long to;
        private InputStream part = InputStream.nullInputStream();

        Sequence(Iterator<FakeBody> rest, long from, long to) {
            this.rest = rest;
            this.from = from;
            this.to = to;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            int read = part.read(buffer, offset, length);
            while (read < 0 && to > 0 && rest.hasNext()) {
                part.close();
                FakeBody next = rest.next();
                if (from < next.length()) {
                    part = next.slice(from, Math.min(to, next.length())).open();
                    read = part.read(buffer, offset, length);
                }
                from = Math.max(0, from - next.length());
                to -= next.length();
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            part.close();
        }
    }

    private static final class Failing extends Blocks {
        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            throw new EOFException("The rest is missing");
        }
    }

    /** So many bytes of another stream. */
    private static final class Limited extends Blocks {
        private final InputStream in;
        private long left;

        Limited(InputStream in, long left) {
            this.in = in;
            this.left = left;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = left == 0 ? -1 : in.read(buffer, offset, (int) Math.min(length, left));
            left -= Math.max(0, read);
            return read;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
