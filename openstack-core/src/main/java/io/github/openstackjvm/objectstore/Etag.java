package io.github.openstackjvm.objectstore;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.regex.Pattern;

import io.github.openstackjvm.internal.wire.Checksum;
import org.jspecify.annotations.Nullable;

/** ETags as Swift makes them: the MD5 of an object's bytes, or for a large one, of its segments' ETags. */
final class Etag {
    static final String MD5 = "MD5";
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{32}");

    private Etag() {}

    /** Without the quotes that it has around it for large objects, and everywhere on some clouds. */
    static @Nullable String plain(@Nullable String etag) {
        return etag != null && etag.length() > 1 && etag.startsWith("\"") && etag.endsWith("\"")
                ? etag.substring(1, etag.length() - 1)
                : etag;
    }

    /** Whether it is the MD5 of something. */
    static boolean isDigest(@Nullable String etag) {
        return etag != null && DIGEST.matcher(etag).matches();
    }

    /** Of a large object out of these segments. */
    static String ofSegments(List<String> etags) {
        MessageDigest digest = Checksum.digest(MD5);
        etags.forEach(etag -> digest.update(etag.getBytes(StandardCharsets.US_ASCII)));
        return Checksum.hex(digest);
    }
}
