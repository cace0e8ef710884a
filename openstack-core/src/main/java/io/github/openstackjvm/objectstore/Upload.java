package io.github.openstackjvm.objectstore;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.ChecksumMismatch;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.Hashed;
import io.github.openstackjvm.transport.HttpBody;
import org.jspecify.annotations.Nullable;

/** One PUT of an object, and what is known of the object afterwards. */
final class Upload {
    private static final String METADATA = "x-object-meta-";

    private final StoredObjects objects;
    private final String name;
    private final Map<String, String> headers;

    /** Under this name, with what this specification says. */
    Upload(StoredObjects objects, String name, Body spec) {
        this.objects = objects;
        this.name = name;
        this.headers = spec.inHeaders().headers();
    }

    /** The whole object. */
    StoredObject whole(HttpBody content) {
        Hashed hashed = new Hashed(content, Etag.MD5);
        String type = headers.get(ObjectHeaders.CONTENT_TYPE);
        Call call = objects.binding().call();
        call.content(type == null ? "application/octet-stream" : type, hashed);
        if (type == null) {
            call.header("X-Detect-Content-Type", "true");
        }
        call.headers(headers);
        send(() -> objects.binding().api().put(name, call));
        return stored(call, hashed.checksum(Etag.MD5).hex(), hashed.bytes(), false);
    }

    /** An object out of these segments. */
    StoredObject manifest(List<Segment> segments) {
        Call call = objects.binding().call().query("multipart-manifest", "put").headers(headers);
        send(() -> objects.binding().api().putManifest(name, Segments.body(segments), call));
        boolean known =
                segments.stream().allMatch(each -> each.etag() != null && each.range() == null && each.data() == null);
        long bytes = segments.stream()
                .mapToLong(each -> each.bytes() == null ? 0 : each.bytes())
                .sum();
        String etag = known
                ? Etag.ofSegments(segments.stream()
                        .map(each -> String.valueOf(each.etag()))
                        .toList())
                : null;
        return stored(call, etag, bytes, true);
    }

    private void send(Runnable request) {
        try {
            request.run();
        } catch (BadRequest e) {
            throw headers.containsKey("If-None-Match") && e.context().status() == 412
                    ? new Conflict(Conflict.Reason.EXISTS, String.valueOf(e.getMessage()), e.context(), e)
                    : e;
        }
    }

    private StoredObject stored(Call call, @Nullable String sent, long bytes, boolean large) {
        String etag = Etag.plain(call.answerHeader("Etag"));
        if (sent != null && Etag.isDigest(etag) && !sent.equals(etag)) {
            throw new ChecksumMismatch(
                    "What was put as " + name + ", " + bytes + " bytes, has the ETag " + sent
                            + ", but Swift says that it has received " + etag + ". It is there, and wrong",
                    ErrorContext.NONE,
                    null);
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        headers.forEach((header, value) -> {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith(METADATA)) {
                metadata.put(lower.substring(METADATA.length()), value);
            }
        });
        return new StoredObject(
                name,
                null,
                bytes,
                etag,
                null,
                headers.get(ObjectHeaders.CONTENT_TYPE),
                time(call.answerHeader("Last-Modified")),
                call.answerHeader("X-Object-Version-Id"),
                null,
                null,
                large,
                null,
                metadata,
                null,
                headers.get("Content-Encoding"),
                headers.get("Content-Disposition"),
                headers.get("Content-Language"),
                headers.get("Cache-Control"),
                Map.of());
    }

    private static @Nullable Instant time(@Nullable String header) {
        try {
            return header == null ? null : Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header));
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
