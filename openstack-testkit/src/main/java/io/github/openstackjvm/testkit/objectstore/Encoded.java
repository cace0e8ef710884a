package io.github.openstackjvm.testkit.objectstore;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Percent-encoding as Python's {@code quote} and {@code unquote} do it. */
final class Encoded {
    private Encoded() {}

    /** Everything but letters, digits and {@code _.-~/}. */
    static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            int c = each & 0xff;
            if (c < 0x80 && (Character.isLetterOrDigit(c) || "_.-~/".indexOf(c) >= 0)) {
                encoded.append((char) c);
            } else {
                encoded.append(String.format(Locale.ROOT, "%%%02X", c));
            }
        }
        return encoded.toString();
    }

    /** A percent sign that does not belong to a code stays. */
    static String decode(String text) {
        return URLDecoder.decode(
                text.replace("+", "%2B").replaceAll("%(?![0-9a-fA-F]{2})", "%25"), StandardCharsets.UTF_8);
    }
}
