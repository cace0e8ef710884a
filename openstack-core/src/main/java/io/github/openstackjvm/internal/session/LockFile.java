package io.github.openstackjvm.internal.session;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.openstackjvm.internal.files.OwnerOnly;

/** The lock of a file, which one holder has at a time, of all processes and of all clouds of this one. */
final class LockFile implements AutoCloseable {
    /**
     * What this process has locked. POSIX gives a lock to the process, and takes it away when any channel of the file is closed:
     * while one thread holds it, no other may so much as open the file.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private LockFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** The lock of this file of a directory that is there; empty while somebody else holds it. */
    static Optional<LockFile> tryLock(Path directory, String name) throws IOException {
        Path path = directory.toRealPath().resolve(name);
        if (!HELD.add(path)) {
            return Optional.empty();
        }
        Optional<LockFile> locked = Optional.empty();
        try {
            locked = opened(path);
        } finally {
            if (locked.isEmpty()) {
                HELD.remove(path);
            }
        }
        return locked;
    }

    private static Optional<LockFile> opened(Path path) throws IOException {
        FileChannel channel = OwnerOnly.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            locked = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // A second copy of this library in the same process has it, which has a list of its own.
            locked = false;
        } finally {
            if (!locked) {
                channel.close();
            }
        }
        return locked ? Optional.of(new LockFile(path, channel)) : Optional.empty();
    }

    /** Gives it back. */
    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD.remove(path);
        }
    }
}
