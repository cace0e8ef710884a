package io.github.openstackjvm.testkit.objectstore;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

/**
 * A signature as a client shows it.
 *
 * @param algorithm such as {@code sha256}
 * @param hex the signature itself
 */
record Signature(String algorithm, String hex) {
    private static final Map<Integer, String> BY_LENGTH = Map.of(40, "sha1", 64, "sha256", 128, "sha512");

    /** Reads {@code hex} or {@code algorithm:base64}; null when it is neither. */
    static @Nullable Signature parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            String algorithm = text.matches("[0-9a-fA-F]*") ? BY_LENGTH.get(text.length()) : null;
            return algorithm == null ? null : new Signature(algorithm, text);
        }
        try {
            byte[] raw = Base64.getUrlDecoder()
                    .decode(text.substring(colon + 1)
                            .replace('+', '-')
                            .replace('/', '_')
                            .replaceAll("=+$", ""));
            String algorithm = text.substring(0, colon);
            return Info.DIGESTS.contains(algorithm)
                    ? new Signature(algorithm, HexFormat.of().formatHex(raw))
                    : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Whether it signs this message with this key. */
    boolean signs(String message, String key) {
        try {
            Mac mac = Mac.getInstance("Hmac" + algorithm.toUpperCase(java.util.Locale.ROOT));
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), mac.getAlgorithm()));
            String signature = HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
            return MessageDigest.isEqual(
                    signature.getBytes(StandardCharsets.US_ASCII), hex.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
