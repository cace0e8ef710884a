package io.github.openstackjvm.testkit.objectstore;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.github.openstackjvm.testkit.FakeBody;
import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** Objects: bytes with headers. */
final class Objects {
    /** Headers that are kept beside the metadata. */
    private static final List<String> KEPT = List.of(
            "Content-Disposition",
            "Content-Encoding",
            "X-Delete-At",
            "X-Object-Manifest",
            "X-Static-Large-Object",
            "Cache-Control",
            "Content-Language",
            "Expires",
            "X-Robots-Tag");

    /** By which a filter has something else listed of an object than what is stored. */
    static final String LISTED = "X-Object-Sysmeta-Container-Update-Override-";

    private final Store store;

    Objects(Store store) {
        this.store = store;
    }

    SwiftResponse handle(SwiftRequest request) {
        return switch (request.method()) {
            case "GET", "HEAD" -> read(request);
            case "PUT" -> put(request);
            case "POST" -> post(request);
            default -> delete(request);
        };
    }

    private Optional<Row> find(SwiftRequest request) {
        return store.object(request.path());
    }

    /** The container, or what those are told who may not know of it. */
    private Row container(SwiftRequest request, String list) {
        Row container = store.container(request.account(), request.container()).orElse(null);
        SwiftResponse denial =
                request.denial(container == null ? "" : Store.headers(container).get(list, ""));
        if (denial != null) {
            throw new Refused(denial);
        } else if (container == null) {
            throw new Refused(404);
        }
        return container;
    }

    private SwiftResponse read(SwiftRequest request) {
        container(request, "X-Container-Read");
        Row object = find(request).orElseThrow(() -> new Refused(404));
        SwiftResponse response = new SwiftResponse(200).with("Content-Type", object.text("type"));
        response.with(Store.headers(object));
        Timestamp changed = new Timestamp(object.number("changed"));
        response.with("Etag", object.text("etag"));
        response.with("Last-Modified", changed.http());
        response.with("X-Timestamp", changed.toString());
        response.with("Accept-Ranges", "bytes");
        return response.body(Store.body(object).share());
    }

    private SwiftResponse put(SwiftRequest request) {
        HeaderMap headers = request.headers();
        String none = headers.get("If-None-Match");
        if (none != null && !none.contains("*")) {
            throw Refused.plain(400, "If-None-Match only supports *");
        }
        container(request, "X-Container-Write");
        if (HeaderMap.isTrue(headers.remove("X-Detect-Content-Type")) || !headers.given("Content-Type")) {
            headers.set("Content-Type", MediaTypes.of(request.object()));
        }
        Timestamp now = store.next();
        check(request, now);
        Proxy.checkMetadata(request, "object");
        checkType(request);
        Row before = find(request).orElse(null);
        if (none != null && before != null) {
            throw new Refused(412);
        }
        FakeBody body = request.body();
        String etag = md5(body);
        String said = SwiftResponse.unquoted(headers.get("Etag", ""));
        if (!said.isEmpty() && !said.equals(etag)) {
            return new SwiftResponse(422).with("Last-Modified", now.http());
        }
        store(request, now, etag);
        return new SwiftResponse(201).with("Etag", etag).with("Last-Modified", now.http());
    }

    private void store(SwiftRequest request, Timestamp now, String etag) {
        HeaderMap headers = request.headers();
        HeaderMap kept = new HeaderMap();
        kept.copy(headers, Objects::stays);
        FakeCollection objects = store.objects(request.account(), request.container());
        objects.find(request.object()).ifPresent(row -> Store.forget(objects, row));
        FakeBody body = request.body();
        String type = headers.get("Content-Type", "");
        objects.add(Row.of(
                "id",
                request.object(),
                "body",
                body.share(),
                "etag",
                etag,
                "type",
                cleaned(type),
                "headers",
                kept.toMap(),
                "timestamp",
                now.raw(),
                "changed",
                now.raw(),
                "delete_at",
                number(kept.get("X-Delete-At")),
                "listed_etag",
                headers.get(LISTED + "Etag", etag),
                "listed_type",
                type,
                "listed_bytes",
                listedBytes(type, body.length())));
    }

    private static long number(@Nullable String text) {
        return text == null ? 0 : Long.parseLong(text);
    }

    private static long listedBytes(String type, long length) {
        int bytes = type.indexOf("swift_bytes=");
        return bytes < 0 ? length : Long.parseLong(type.substring(bytes + 12).replaceAll("\\D.*", ""));
    }

    private static String cleaned(String type) {
        return type.replaceAll(";\\s*swift_bytes=\\d+", "");
    }

    private static boolean stays(String name) {
        return name.startsWith("X-Object-Meta-") || name.startsWith("X-Object-Sysmeta-") || KEPT.contains(name);
    }

    private static void check(SwiftRequest request, Timestamp now) {
        HeaderMap headers = request.headers();
        Long length = request.contentLength();
        if (length == null && headers.has("Content-Length")) {
            throw Refused.plain(400, "Invalid Content-Length header value");
        } else if (Math.max(length == null ? 0 : length, request.body().length()) > Info.MAX_FILE_SIZE) {
            throw Refused.plain(413, "Your request is too large.");
        } else if (length == null && !request.chunked()) {
            throw Refused.plain(411, "Missing Content-Length header.");
        }
        int name = request.object().getBytes(StandardCharsets.UTF_8).length;
        if (name > Info.MAX_OBJECT_NAME) {
            throw Refused.plain(400, "Object name length of " + name + " longer than " + Info.MAX_OBJECT_NAME);
        }
        checkExpiry(headers, now);
    }

    private static void checkExpiry(HeaderMap headers, Timestamp now) {
        long seconds = now.raw() / 100_000;
        String after = headers.remove("X-Delete-After");
        if (after != null) {
            if (!after.matches("[+-]?\\d{1,18}")) {
                throw Refused.plain(400, "Non-integer X-Delete-After");
            }
            long at = Math.max(0, Math.min(9_999_999_999L, seconds + Long.parseLong(after)));
            if (at <= seconds) {
                throw Refused.plain(400, "X-Delete-After in past");
            }
            headers.set("X-Delete-At", String.format(Locale.ROOT, "%010d", at));
        }
        String at = headers.get("X-Delete-At");
        if (at != null) {
            if (!at.matches("[+-]?\\d{1,18}")) {
                throw Refused.plain(400, "Non-integer X-Delete-At");
            }
            long time = Math.max(0, Math.min(9_999_999_999L, Long.parseLong(at)));
            if (time <= seconds) {
                throw Refused.plain(400, "X-Delete-At in past");
            }
            headers.set("X-Delete-At", String.format(Locale.ROOT, "%010d", time));
        }
    }

    private static void checkType(SwiftRequest request) {
        String[] parts = request.headers().get("Content-Type", "").split(";", -1);
        for (int i = 1; i < parts.length && !request.contentTypeOverridden(); i++) {
            if (parts[i].stripLeading().startsWith("swift_")) {
                throw new Refused(400, "Invalid Content-Type, swift_* is not a valid parameter name.");
            }
        }
    }

    // Everything but what came with the bytes is replaced: also a dynamic manifest's reference to its segments.
    private SwiftResponse post(SwiftRequest request) {
        container(request, "X-Container-Write");
        Proxy.checkMetadata(request, "object");
        Timestamp now = store.next();
        checkExpiry(request.headers(), now);
        Row object = find(request).orElseThrow(() -> new Refused(404));
        HeaderMap before = Store.headers(object);
        HeaderMap kept = new HeaderMap();
        kept.copy(request.headers(), name -> stays(name) && !name.startsWith("X-Object-Sysmeta-"));
        kept.copy(before, name -> name.startsWith("X-Object-Sysmeta-") || name.equals("X-Static-Large-Object"));
        object.set("headers", kept.toMap());
        object.set("delete_at", number(kept.get("X-Delete-At")));
        object.set("changed", now.raw());
        if (request.headers().given("Content-Type")) {
            String type = request.headers().get("Content-Type", "");
            object.set("type", type);
            object.set("listed_type", type);
        }
        SwiftResponse response = new SwiftResponse(202);
        response.headers().copy(before, name -> name.startsWith("X-Object-Sysmeta-"));
        return response;
    }

    private SwiftResponse delete(SwiftRequest request) {
        container(request, "X-Container-Write");
        Row object = find(request).orElseThrow(() -> new Refused(404));
        Store.forget(store.objects(request.account(), request.container()), object);
        return new SwiftResponse(204);
    }

    static String md5(FakeBody body) {
        MessageDigest digest = digest("MD5");
        try (InputStream in = body.open()) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
