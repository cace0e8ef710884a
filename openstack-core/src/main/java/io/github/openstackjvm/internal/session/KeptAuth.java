package io.github.openstackjvm.internal.session;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import io.github.openstackjvm.auth.AuthContext;
import io.github.openstackjvm.auth.AuthMethod;
import io.github.openstackjvm.auth.Scope;
import io.github.openstackjvm.internal.files.OwnerOnly;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.session.Token;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A method whose tokens are kept on disk, where other processes of the same user find them: one file a scope, which only the
 * owner can read, and which one process at a time renews while the others wait for it. The file is named after what may be
 * shown of the method, and gives its token only to who has the secrets with which it was got, see {@link TokenFile}. A token
 * that this process has had already is never taken from there again: then it is asked for because the cloud refuses that one.
 */
final class KeptAuth implements AuthMethod {
    private static final Logger LOG = LoggerFactory.getLogger(KeptAuth.class);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final AuthMethod method;
    private final Secret fingerprint;
    private final Path directory;
    private final String name;
    private final AtomicReference<@Nullable Token> had = new AtomicReference<>();

    private KeptAuth(AuthMethod method, Secret fingerprint, Path directory, String authUrl) {
        this.method = method;
        this.fingerprint = Secret.of(authUrl + "\n" + fingerprint.reveal());
        this.directory = directory;
        this.name = digest(authUrl + "\n" + method.type() + "\n" + method + "\n" + method.scope());
    }

    /** The method itself when its tokens cannot be told from those of other credentials. */
    static AuthMethod in(Path directory, AuthMethod method, String authUrl) {
        return method.fingerprint()
                .<AuthMethod>map(fingerprint -> new KeptAuth(method, fingerprint, directory, authUrl))
                .orElse(method);
    }

    @Override
    public Token authenticate(AuthContext context) {
        if (!method.renewable()) {
            return method.authenticate(context); // nothing that is worth keeping
        }
        try {
            OwnerOnly.directories(directory);
            while (true) {
                try (LockFile lock = LockFile.tryLock(directory, name + ".lock").orElse(null)) {
                    if (lock != null) {
                        return alone(context);
                    }
                }
                context.pause(PAUSE);
            }
        } catch (IOException e) {
            LOG.warn("Tokens cannot be kept in {}: {}", directory, e.getMessage());
            return method.authenticate(context);
        }
    }

    private Token alone(AuthContext context) {
        Token token = kept(context.ticker().now()).orElseGet(() -> renewed(context));
        had.set(token);
        return token;
    }

    private Optional<Token> kept(Instant now) {
        Token before = had.get();
        try {
            return TokenFile.read(Files.readAllBytes(file()), fingerprint)
                    .filter(token -> before == null || !before.value().equals(token.value()))
                    .filter(token -> HeldToken.lasts(token, now));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("The token in {} cannot be read: {}", file(), e.getMessage());
            return Optional.empty();
        }
    }

    private Token renewed(AuthContext context) {
        Token token = method.authenticate(context);
        // Of its own name, so that not even a process that is denied the lock can meet half a file.
        Path fresh = directory.resolve(name + "." + UUID.randomUUID() + ".new");
        try {
            try (OutputStream out = OwnerOnly.newFile(fresh)) {
                out.write(TokenFile.write(token, fingerprint));
            }
            Files.move(fresh, file(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("The token cannot be kept in {}: {}", file(), e.getMessage());
            remove(fresh);
        }
        return token;
    }

    private static void remove(Path fresh) {
        try {
            Files.deleteIfExists(fresh);
        } catch (IOException e) {
            LOG.debug("{} stays behind: {}", fresh, e.getMessage());
        }
    }

    private Path file() {
        return directory.resolve(name + ".json");
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
