package io.github.openstackjvm.testkit.compute;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The forms Nova puts values in. */
final class Text {
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Text() {}

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The time of old resources: microseconds, no zone. */
    static String micros(Instant time) {
        return MICROS.format(time);
    }

    /** The complaint about a name, or an empty text. */
    static String printableName(Object name) {
        String text = String.valueOf(name);
        boolean printable = text.chars().noneMatch(Character::isISOControl);
        return printable && text.strip().equals(text)
                ? ""
                : "An invalid 'name' value was provided. The name must be: printable characters. "
                        + "Can not start or end with whitespace.";
    }
}
