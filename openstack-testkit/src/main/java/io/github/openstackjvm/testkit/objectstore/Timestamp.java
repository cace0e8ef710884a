package io.github.openstackjvm.testkit.objectstore;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A time as Swift orders events by.
 *
 * @param raw in units of 10 microseconds
 */
record Timestamp(long raw) implements Comparable<Timestamp> {
    private static final long SECOND = 100_000;
    private static final long INVERSE = 999_999_999_999_999L;

    // Python's form of RFC 1123 has two digits for the day, unlike Java's.
    private static final DateTimeFormatter HTTP =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS");

    static Timestamp of(Instant time) {
        return new Timestamp(time.getEpochSecond() * SECOND + time.getNano() / 10_000);
    }

    /** Reads what {@link #toString} writes; null when it is no time. */
    static @Nullable Timestamp parse(String text) {
        return text.matches("\\d{1,10}(\\.\\d+)?")
                ? new Timestamp(Math.round(Double.parseDouble(text) * SECOND))
                : null;
    }

    /** The seconds of an HTTP date; null when it is none. */
    static @Nullable Long seconds(@Nullable String httpDate) {
        try {
            return httpDate == null
                    ? null
                    : ZonedDateTime.parse(httpDate, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toEpochSecond();
        } catch (java.time.format.DateTimeParseException e) {
            return null;
        }
    }

    /** Of two times the later one has the earlier inverse: so the newest version of an object is listed first. */
    Timestamp inverse() {
        return new Timestamp(INVERSE - raw);
    }

    /** Rounded up. */
    long wholeSeconds() {
        return (raw + SECOND - 1) / SECOND;
    }

    String http() {
        return http(wholeSeconds());
    }

    static String http(long seconds) {
        return HTTP.format(Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC));
    }

    String iso() {
        return ISO.format(LocalDateTime.ofEpochSecond(raw / SECOND, (int) (raw % SECOND) * 10_000, ZoneOffset.UTC));
    }

    @Override
    public int compareTo(Timestamp other) {
        return Long.compare(raw, other.raw);
    }

    /** Such as {@code 1795643995.33118}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%010d.%05d", raw / SECOND, raw % SECOND);
    }
}
