package io.github.openstackjvm.internal.wire;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.transport.HttpBody;
import org.jspecify.annotations.Nullable;

/**
 * What bytes hash to.
 *
 * @param algorithm by the JDK's name, such as {@code SHA-512}
 * @param hex in lower case
 * @param digests makes the digests that come to it
 */
public record Checksum(String algorithm, String hex, Supplier<MessageDigest> digests) {

    /** By an algorithm of the JDK. */
    public Checksum(String algorithm, String hex) {
        this(algorithm, hex, () -> digest(algorithm));
    }

    /**
     * What a service says, with the algorithm by Python's name for it, such as {@code sha512} or {@code sha3_256}; empty when
     * this JDK does not know the algorithm.
     */
    public static Optional<Checksum> of(String algorithm, String hex) {
        return jdkName(algorithm).map(name -> new Checksum(name, hex.toLowerCase(Locale.ROOT)));
    }

    private static Optional<String> jdkName(String algorithm) {
        String name = algorithm
                .toUpperCase(Locale.ROOT)
                .replace('_', '-')
                .replaceFirst("^SHA(?=[0-9]{3})", "SHA-")
                .replaceFirst("^SHA1$", "SHA-1");
        try {
            return Optional.of(MessageDigest.getInstance(name).getAlgorithm());
        } catch (NoSuchAlgorithmException e) {
            return Optional.empty();
        }
    }

    /** A new digest of this algorithm. */
    public static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK has no " + algorithm, e);
        }
    }

    /** The text for what a digest came to, which begins anew. */
    public static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * The text for what a digest comes to with all of this content.
     *
     * @throws OpenStackException when it cannot be read
     */
    public static String hex(MessageDigest digest, HttpBody content) {
        byte[] piece = new byte[1 << 16];
        try (InputStream in = content.open()) {
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                digest.update(piece, 0, n);
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        return hex(digest);
    }

    /** What is said of content that cannot be read, as when that happens while it is sent. */
    public static OpenStackException unreadable(IOException e) {
        return new OpenStackException("The content cannot be read: " + e.getMessage(), ErrorContext.NONE, e);
    }

    /** Whether both say the same, however it is come to. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Checksum that && that.algorithm.equals(algorithm) && that.hex.equals(hex);
    }

    @Override
    public int hashCode() {
        return hex.hashCode();
    }

    @Override
    public String toString() {
        return algorithm + " " + hex;
    }
}
