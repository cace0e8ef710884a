package io.github.openstackjvm.objectstore;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Percent-encoding, for names in headers, bodies and links. */
final class Encoded {
    private Encoded() {}

    /** Everything but letters, digits and {@code -._~}. */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** As {@code /container/object}. */
    static String path(String container, String object) {
        return "/" + encode(container) + "/" + encode(object);
    }
}
