package io.github.openstackjvm.internal.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import io.github.openstackjvm.auth.AuthContext;
import io.github.openstackjvm.auth.AuthMethod;
import io.github.openstackjvm.auth.Scope;
import io.github.openstackjvm.session.Token;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A method whose tokens are kept on disk, where other processes of the same user find them: one file a scope, which only the
 * owner can read, and which one process at a time renews while the others wait for it. A token that this process has had
 * already is never taken from there again: then it is asked for because the cloud refuses that one.
 */
final class KeptAuth implements AuthMethod {
    private static final Logger LOG = LoggerFactory.getLogger(KeptAuth.class);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final AuthMethod method;
    private final Path directory;
    private final String name;
    private final AtomicReference<@Nullable Token> had = new AtomicReference<>();

    KeptAuth(AuthMethod method, String authUrl, Path directory) {
        this.method = method;
        this.directory = directory;
        this.name = digest(authUrl + "\n" + method.type() + "\n" + method);
    }

    @Override
    public Token authenticate(AuthContext context) {
        if (!method.renewable()) {
            return method.authenticate(context); // nothing that is worth keeping
        }
        try {
            create();
        } catch (IOException e) {
            LOG.warn("Tokens cannot be kept in {}: {}", directory, e.getMessage());
            return method.authenticate(context);
        }
        return whileLocked(context);
    }

    private Token whileLocked(AuthContext context) {
        while (true) {
            try (FileChannel channel = FileChannel.open(
                            directory.resolve(name + ".lock"),
                            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                            owner("rw-------"));
                    FileLock lock = tried(channel)) {
                if (lock != null) {
                    Token token = kept(context.ticker().now()).orElseGet(() -> renewed(context));
                    had.set(token);
                    return token;
                }
            } catch (IOException e) {
                LOG.warn("Tokens cannot be kept in {}: {}", directory, e.getMessage());
                return method.authenticate(context);
            }
            context.pause(PAUSE);
        }
    }

    /** Null while another process, or another cloud of this one, has it. */
    private static @Nullable FileLock tried(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private Optional<Token> kept(Instant now) {
        Token before = had.get();
        try {
            return Files.exists(file())
                    ? TokenFile.read(Files.readAllBytes(file()))
                            .filter(token -> before == null || !before.value().equals(token.value()))
                            .filter(token ->
                                    HeldToken.obtained(token, now, true).freshAt(now))
                            .filter(token -> token.expiresAt() != null
                                    && token.expiresAt().isAfter(now))
                    : Optional.empty();
        } catch (IOException e) {
            LOG.warn("The token in {} cannot be read: {}", file(), e.getMessage());
            return Optional.empty();
        }
    }

    private Token renewed(AuthContext context) {
        Token token = method.authenticate(context);
        try {
            Path fresh = directory.resolve(name + ".new");
            Files.deleteIfExists(fresh);
            try (FileChannel out = FileChannel.open(
                    fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner("rw-------"))) {
                ByteBuffer bytes = ByteBuffer.wrap(TokenFile.write(token));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            }
            Files.move(fresh, file(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("The token cannot be kept in {}: {}", file(), e.getMessage());
        }
        return token;
    }

    private Path file() {
        return directory.resolve(name + ".json");
    }

    private void create() throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, owner("rwx------"));
        }
    }

    private FileAttribute<?>[] owner(String permissions) {
        return directory.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, 32);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM has no SHA-256", e);
        }
    }

    @Override
    public String type() {
        return method.type();
    }

    @Override
    public Scope scope() {
        return method.scope();
    }

    @Override
    public AuthMethod withScope(Scope scope) {
        return method.withScope(scope);
    }

    @Override
    public boolean renewable() {
        return method.renewable();
    }

    @Override
    public String toString() {
        return method + ", kept in " + directory;
    }
}
