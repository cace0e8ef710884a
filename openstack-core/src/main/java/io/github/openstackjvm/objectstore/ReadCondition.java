package io.github.openstackjvm.objectstore;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Under which condition an object is read. One that is not fulfilled fails the request.
 *
 * @param header by which it is sent
 * @param value the header's value
 */
public record ReadCondition(String header, String value) {

    /** While it has this ETag; otherwise it is a {@link io.github.openstackjvm.error.Conflict}. */
    public static ReadCondition ifEtag(String etag) {
        return new ReadCondition("If-Match", etag);
    }

    /** Unless it has this ETag; then it is {@link io.github.openstackjvm.error.NotModified}. */
    public static ReadCondition unlessEtag(String etag) {
        return new ReadCondition("If-None-Match", etag);
    }

    /** If it was changed after this second; otherwise it is {@link io.github.openstackjvm.error.NotModified}. */
    public static ReadCondition ifModifiedSince(Instant time) {
        return new ReadCondition("If-Modified-Since", http(time));
    }

    /** Unless it was changed after this second; then it is a {@link io.github.openstackjvm.error.Conflict}. */
    public static ReadCondition unlessModifiedSince(Instant time) {
        return new ReadCondition("If-Unmodified-Since", http(time));
    }

    private static String http(Instant time) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
    }
}
