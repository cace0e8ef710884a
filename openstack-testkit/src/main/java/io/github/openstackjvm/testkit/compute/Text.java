package io.github.openstackjvm.testkit.compute;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Refusal;
import org.jspecify.annotations.Nullable;

/** The forms Nova puts values in. */
final class Text {
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter ZONED = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    private Text() {}

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The time of old resources: microseconds, no zone. */
    static String micros(Instant time) {
        return MICROS.format(time);
    }

    /** A moment in whole seconds, as Nova's database keeps it. */
    static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** A kept moment in the form of old attributes: microseconds, no zone. */
    static @Nullable String micros(@Nullable Object kept) {
        return kept == null ? null : micros(Instant.parse(kept.toString()));
    }

    /** A moment in any of the forms of ISO 8601 that Nova takes. Without a zone it is UTC. */
    static Instant time(String text) {
        String form = text.strip().replace(' ', 'T');
        if (form.matches("\\d{4}-\\d{2}-\\d{2}")) {
            form += "T00:00:00";
        }
        return form.matches(".*(Z|[+-]\\d{2}:?\\d{2})$")
                ? OffsetDateTime.parse(form, ZONED).toInstant()
                : LocalDateTime.parse(form).toInstant(ZoneOffset.UTC);
    }

    /** True or false in the forms of oslo; empty when it is neither. */
    static Optional<Boolean> flag(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "1", "t", "true", "on", "y", "yes" -> Optional.of(true);
            case "0", "f", "false", "off", "n", "no" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** The complaint about what is neither true nor false. */
    static String noFlag(String text) {
        return "Unrecognized value '" + text + "', acceptable values are: '0', '1', 'f', 'false', 'n', 'no', 'off', "
                + "'on', 't', 'true', 'y', 'yes'";
    }

    /** What another service refused, in the words in which Nova passes it on. */
    static String passedOn(Call call, Refusal refused) {
        return "Invalid input received: " + refused.message() + " (HTTP " + refused.status() + ") (Request-ID: "
                + call.requestId() + ")";
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

    /** What Nova passes on of Neutron's words. */
    static String ofNeutron(Call call, String words) {
        return words + "\nNeutron server returns request_ids: ['" + call.requestId() + "']";
    }
}
