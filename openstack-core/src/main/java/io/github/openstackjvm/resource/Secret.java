package io.github.openstackjvm.resource;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Objects;

import io.github.openstackjvm.internal.files.OwnerOnly;
import org.jspecify.annotations.Nullable;

/** A value that is not shown by accident: it prints as {@code ***}, and only {@link #reveal()} gives it away. */
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /** Hides this value. */
    public static Secret of(String value) {
        return new Secret(Objects.requireNonNull(value, "value"));
    }

    /** The value itself. */
    public String reveal() {
        return value;
    }

    /**
     * Writes the value into a new file that nobody but its owner may read, from its first moment on.
     *
     * @throws IOException when it cannot be written, or the file exists already: others may be allowed to read that one
     */
    public void saveTo(Path file) throws IOException {
        try (OutputStream out = OwnerOnly.newFile(file)) {
            out.write(value.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Whether both hide the same value; takes the same time whatever differs. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret that
                && MessageDigest.isEqual(
                        value.getBytes(StandardCharsets.UTF_8), that.value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** Always {@code ***}. */
    @Override
    public String toString() {
        return "***";
    }
}
