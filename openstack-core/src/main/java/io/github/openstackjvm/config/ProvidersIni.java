package io.github.openstackjvm.config;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The older library's file of providers, {@code ~/.openstack/providers.ini}: a section for each, with seven keys. */
public final class ProvidersIni {
    private static final String SKELETON = """
            # A section for each provider. Empty keys are as good as absent.
            [example-provider]
            username=
            password=
            auth-endpoint=
            tenant-id=
            tenant-name=
            region=
            apikey=
            """;

    private ProvidersIni() {}

    /**
     * Writes a file with one empty section, to be filled in: readable by its owner only, as are the directories that are
     * made for it. Nothing else in this library writes it.
     *
     * @throws java.nio.file.FileAlreadyExistsException when there is one already, which stays as it is
     * @throws IOException when it cannot be written
     */
    public static void writeSkeleton(Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Path existing = directory;
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        boolean posix = existing != null && isPosix(Files.getFileStore(existing));
        if (directory != null && !Files.exists(directory)) {
            Files.createDirectories(directory, owner(posix, "rwx------"));
        }
        try (SeekableByteChannel channel = Files.newByteChannel(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        owner(posix, "rw-------"));
                OutputStream out = Channels.newOutputStream(channel)) {
            out.write(SKELETON.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static boolean isPosix(FileStore store) {
        return store.supportsFileAttributeView("posix");
    }

    private static FileAttribute<?>[] owner(boolean posix, String permissions) {
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
