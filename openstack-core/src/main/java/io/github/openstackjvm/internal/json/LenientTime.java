package io.github.openstackjvm.internal.json;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Times as the services write them: with any zone or none, which then is UTC, with {@code T} or a space; as headers have
 * them; or as seconds since 1970, which is what Swift counts by.
 */
public final class LenientTime {
    private static final DateTimeFormatter TEXT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[' ']")
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHmm", "Z")
            .optionalEnd()
            .toFormatter();

    /** Length of a date and a time to the second. */
    private static final int SECOND = "2026-01-01T00:00:00".length();

    private static final int[] NANOS = {
        1_000_000_000, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1
    };

    private static final Pattern SECONDS = Pattern.compile("\\d{9,10}(?:\\.\\d{1,9})?");

    private LenientTime() {}

    /** The instant that is meant; empty when the text is no time. */
    public static Optional<Instant> parse(String text) {
        try {
            Instant usual = usual(text);
            if (usual != null) {
                return Optional.of(usual);
            } else if (SECONDS.matcher(text).matches()) {
                BigDecimal seconds = new BigDecimal(text);
                return Optional.of(Instant.ofEpochSecond(
                        seconds.longValue(),
                        seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue()));
            } else if (text.endsWith(" GMT")) {
                return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
            }
            TemporalAccessor time = TEXT.parseBest(text.trim(), OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(
                    time instanceof OffsetDateTime zoned
                            ? zoned.toInstant()
                            : LocalDateTime.from(time).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The usual form digit by digit, at a tenth of the cost of a formatter: a list has thousands of times. */
    private static @Nullable Instant usual(String text) {
        int end = text.endsWith("Z") ? text.length() - 1 : text.length();
        if (end < SECOND
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(10) != 'T'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':') {
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, SECOND);
        int digits = end - SECOND - 1;
        int nanos = 0;
        if (digits >= 0) {
            nanos = text.charAt(SECOND) == '.' && digits > 0 && digits < NANOS.length
                    ? number(text, SECOND + 1, end)
                    : -1;
        }
        if ((year | month | day | hour | minute | second | nanos) < 0) {
            return null;
        }
        return LocalDateTime.of(year, month, day, hour, minute, second, digits > 0 ? nanos * NANOS[digits] : 0)
                .toInstant(ZoneOffset.UTC);
    }

    /** What these digits say; -1 when there is anything else among them. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
