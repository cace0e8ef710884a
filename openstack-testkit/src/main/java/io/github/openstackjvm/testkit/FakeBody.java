package io.github.openstackjvm.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/** The body of a request or an answer: in memory, or in a temporary file when it is larger than 1 MiB. */
public final class FakeBody {
    /** No body. */
    public static final FakeBody EMPTY = new FakeBody(new byte[0], null);

    private static final int IN_MEMORY = 1 << 20;

    private final byte[] bytes;
    private final @Nullable Path file;

    private FakeBody(byte[] bytes, @Nullable Path file) {
        this.bytes = bytes;
        this.file = file;
    }

    /** A body of these bytes, not copied. */
    public static FakeBody of(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new FakeBody(bytes, null);
    }

    /** A body of this text in UTF-8. */
    public static FakeBody of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
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
        }
        return new FakeBody(new byte[0], file);
    }

    /** Number of bytes. */
    public long length() {
        try {
            return file == null ? bytes.length : Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens the body at its first byte. */
    public InputStream open() {
        try {
            return file == null ? new ByteArrayInputStream(bytes) : Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All bytes. Not a copy when they are in memory. */
    public byte[] bytes() {
        try {
            return file == null ? bytes : Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The body as UTF-8 text. */
    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** Removes the temporary file, when there is one. The body must not be used any more. */
    public void discard() {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // It is deleted when the process ends.
                return;
            }
        }
    }

    /** The size only: a body may hold a password. */
    @Override
    public String toString() {
        return length() + " bytes";
    }
}
