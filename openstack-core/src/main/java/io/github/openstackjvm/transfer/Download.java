package io.github.openstackjvm.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

import io.github.openstackjvm.error.Cancelled;
import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.internal.wire.BrokenTransfer;
import io.github.openstackjvm.internal.wire.Opener;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that can be fetched: immutable, and nothing is sent until it is told where they go. Each time it is told, they are
 * fetched anew. The whole is compared with what the service says it must hash to; a part cannot be.
 *
 * @param <T> what the service says about the bytes
 */
public final class Download<T> {
    private final Opener<T> opener;
    private final long from;
    private final long count;
    private final boolean verified;
    private final @Nullable TransferListener listener;

    /**
     * What is done with the bytes as they arrive.
     *
     * @param <T> what the service says about them
     * @param <R> what comes of them
     */
    @FunctionalInterface
    public interface Reader<T, R> {
        /** Reads as much as it wants; the stream is closed afterwards. */
        R read(Incoming<T> in) throws IOException;
    }

    /** For the services of this library. */
    @SuppressWarnings("exports") // only they have the argument
    public Download(Opener<T> opener) {
        this(opener, 0, Opener.REST, true, null);
    }

    private Download(Opener<T> opener, long from, long count, boolean verified, @Nullable TransferListener listener) {
        this.opener = opener;
        this.from = from;
        this.count = count;
        this.verified = verified;
        this.listener = listener;
    }

    /** So many bytes only, from this one on; fewer when it ends before. */
    public Download<T> range(long first, long length) {
        if (first < 0 || length < 1) {
            throw new IllegalArgumentException("There are no " + length + " bytes from byte " + first + " on");
        }
        return new Download<>(opener, first, length, verified, listener);
    }

    /** The bytes from this one on only. */
    public Download<T> from(long first) {
        if (first < 0) {
            throw new IllegalArgumentException("There is no byte " + first);
        }
        return new Download<>(opener, first, Opener.REST, verified, listener);
    }

    /** Does not compare the whole with what it must hash to, which costs about a second of CPU per GiB. */
    public Download<T> unverified() {
        return new Download<>(opener, from, count, false, listener);
    }

    /** The same, which tells this listener how far it is. */
    public Download<T> onProgress(TransferListener hears) {
        return new Download<>(opener, from, count, verified, hears);
    }

    /**
     * Fetches them into a file, which is replaced if there is one. They are written beside it, in its directory, and moved into
     * its place once they are complete and verified: whatever happens, there is never half a file under its name. What is not
     * a regular file, such as a pipe or {@code /dev/null}, is written to as the bytes arrive.
     *
     * @return what the service says about them
     * @throws io.github.openstackjvm.error.ChecksumMismatch when they are not what they should be
     * @throws io.github.openstackjvm.error.Unavailable when the connection breaks or stalls, and cannot be taken up again
     * @throws Cancelled when the thread is interrupted
     * @throws UncheckedIOException when the file cannot be written
     */
    public T to(Path file) {
        return guarded(() -> {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                return intoSpecial(file);
            }
            // Through a link, so that the link stays one.
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            Path directory = target.getParent();
            if (directory == null || !Files.isDirectory(directory)) {
                throw new NoSuchFileException(String.valueOf(directory));
            }
            Path beside = directory.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
            try (Incoming<T> in = open()) {
                try (OutputStream out =
                        Files.newOutputStream(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                    in.transferTo(out);
                }
                move(beside, target);
                return in.about();
            } finally {
                Files.deleteIfExists(beside);
            }
        });
    }

    private T intoSpecial(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "it is a directory");
        }
        try (Incoming<T> in = open();
                OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
            in.transferTo(out);
            return in.about();
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * Fetches them into a stream, which is left open. It has them before they are verified: do not believe them when this
     * fails.
     *
     * @return what the service says about them
     * @throws io.github.openstackjvm.error.ChecksumMismatch when they are not what they should be
     * @throws UncheckedIOException when the stream fails
     */
    public T to(OutputStream out) {
        return read(in -> {
            in.transferTo(out);
            return in.about();
        });
    }

    /**
     * Passes them to this reader as they arrive. They are verified once it has read the end of the stream, and not before.
     *
     * @throws UncheckedIOException when the reader fails
     */
    public <R> R read(Reader<T, R> reader) {
        return guarded(() -> {
            try (Incoming<T> in = open()) {
                return reader.read(in);
            }
        });
    }

    /** Begins to fetch them. The stream must be closed; while nobody reads it, nothing limits how long it stays open. */
    public Incoming<T> open() {
        return new Incoming<>(opener, opener.open(from, count), from, count, verified, listener);
    }

    private interface Work<R> {
        R run() throws IOException;
    }

    private static <R> R guarded(Work<R> work) {
        try {
            return work.run();
        } catch (BrokenTransfer e) {
            throw e.why();
        } catch (ClosedByInterruptException e) {
            throw new Cancelled("The thread was interrupted while it wrote what was downloaded", ErrorContext.NONE, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Which bytes. */
    @Override
    public String toString() {
        return "Download[" + (Opener.part(from, count) ? Opener.range(from, count) : "all") + "]";
    }
}
