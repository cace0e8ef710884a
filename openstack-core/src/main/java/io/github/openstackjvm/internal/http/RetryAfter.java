package io.github.openstackjvm.internal.http;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import io.github.openstackjvm.transport.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** Reads {@code Retry-After}: seconds, with decimals as some proxies send them, or one of the three dates of HTTP. */
final class RetryAfter {
    /** Longer pauses are cut to this: nobody means them, and sums of time stay far from overflowing. */
    static final Duration LONGEST = Duration.ofDays(365);

    private static final Pattern SECONDS = Pattern.compile("\\d{1,15}(\\.\\d{0,15})?");

    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern("EEEE, dd-MMM-")
                    .appendValueReduced(ChronoField.YEAR, 2, 2, 2000)
                    .appendPattern(" HH:mm:ss 'GMT'")
                    .toFormatter(Locale.US)
                    .withZone(ZoneOffset.UTC),
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss uuuu", Locale.US).withZone(ZoneOffset.UTC));

    private RetryAfter() {}

    /** The pause the headers ask for; null when they ask for none. */
    static @Nullable Duration of(HttpHeaders headers, Instant now) {
        return headers.first("Retry-After").map(value -> parse(value, now)).orElse(null);
    }

    /** The pause this value asks for, zero for a date gone by; null when it makes no sense. */
    static @Nullable Duration parse(String value, Instant now) {
        String text = value.strip();
        if (SECONDS.matcher(text).matches()) {
            return capped(
                    Duration.ofMillis(new BigDecimal(text).movePointRight(3).longValue()));
        }
        for (DateTimeFormatter format : DATES) {
            Instant then = instant(text, format);
            if (then != null) {
                return capped(Duration.between(now, then));
            }
        }
        return null;
    }

    private static @Nullable Instant instant(String text, DateTimeFormatter format) {
        try {
            return ZonedDateTime.parse(text, format).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static Duration capped(Duration pause) {
        if (pause.isNegative()) {
            return Duration.ZERO;
        }
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
