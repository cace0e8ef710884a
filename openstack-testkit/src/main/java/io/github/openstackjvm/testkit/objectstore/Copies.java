package io.github.openstackjvm.testkit.objectstore;

import java.util.List;
import java.util.Locale;

import io.github.openstackjvm.testkit.FakeBody;
import org.jspecify.annotations.Nullable;

/** Copies within the store: {@code COPY}, and {@code PUT} with {@code X-Copy-From}. */
final class Copies implements Filter {
    private static final List<String> NOT_COPIED = List.of(
            "X-Static-Large-Object",
            "X-Object-Manifest",
            "Etag",
            "Content-Type",
            "X-Timestamp",
            "Content-Length",
            "Last-Modified",
            "Accept-Ranges",
            "Content-Range");

    @Override
    public SwiftResponse handle(SwiftRequest request, App next) {
        if (!request.onObject()) {
            return next.handle(request);
        }
        if (request.is("COPY")) {
            return put(redirected(request), next);
        }
        return request.is("PUT") && request.headers().given("X-Copy-From") ? put(request, next) : next.handle(request);
    }

    private static SwiftRequest redirected(SwiftRequest request) {
        if (!request.headers().given("Destination")) {
            throw new Refused(412, "Destination header required");
        }
        String account = request.account();
        String other = request.headers().remove("Destination-Account");
        if (other != null) {
            account = accountName(other);
            request.with("X-Copy-From-Account", Encoded.encode(request.account()));
        }
        SwiftRequest.Path target =
                path(account, "Destination", request.headers().get("Destination", ""));
        request.with("X-Copy-From", Encoded.encode("/" + request.container() + "/" + request.object()));
        request.headers().remove("Destination");
        request.method("PUT");
        request.path(target);
        return request.body(FakeBody.EMPTY);
    }

    private static String accountName(String header) {
        String name = Encoded.decode(header);
        if (name.isEmpty()) {
            throw new Refused(412, "Account name cannot be empty");
        } else if (name.contains("/")) {
            throw new Refused(412, "Account name cannot contain slashes");
        }
        return name;
    }

    private static SwiftRequest.Path path(String account, String header, String value) {
        SwiftRequest.Path path = SwiftRequest.Path.below(account, Encoded.decode(value));
        if (path == null) {
            throw new Refused(412, header + " header must be of the form <container name>/<object name>");
        }
        return path;
    }

    private static SwiftResponse put(SwiftRequest request, App next) {
        Long length = request.contentLength();
        if (length != null && length > 0) {
            throw Refused.plain(400, "Copy requests require a zero byte body");
        }
        String from = request.headers().get("X-Copy-From-Account");
        SwiftRequest.Path source = path(
                from == null ? request.account() : accountName(from),
                "X-Copy-From",
                request.headers().get("X-Copy-From", ""));
        SwiftResponse found = next.handle(reading(request, source));
        if (found.status() >= 300) {
            return found;
        }
        if (found.body().length() > Info.MAX_FILE_SIZE) {
            throw new Refused(413);
        }
        try {
            SwiftResponse written = next.handle(writing(request, found));
            return written.success() ? written.with(report(request, source, found)) : written;
        } finally {
            found.body().discard();
        }
    }

    private static SwiftRequest reading(SwiftRequest request, SwiftRequest.Path source) {
        SwiftRequest get = request.copy("GET", source);
        if ("get".equals(get.param("multipart-manifest"))) {
            get.param("format", "raw");
        }
        return get;
    }

    private static SwiftRequest writing(SwiftRequest request, SwiftResponse found) {
        SwiftRequest put = request.copy("PUT", request.path());
        HeaderMap headers = put.headers();
        HeaderMap asked = request.headers();
        boolean fresh = HeaderMap.isTrue(asked.get("X-Fresh-Metadata"));
        headers.copy(
                found.headers(), name -> fresh ? name.startsWith("X-Object-Sysmeta-") : !NOT_COPIED.contains(name));
        headers.setAll(asked);
        boolean manifest = "get".equals(request.param("multipart-manifest"));
        if (manifest) {
            put.params().remove("multipart-manifest");
            if (found.headers().has("X-Static-Large-Object")) {
                put.param("multipart-manifest", "put");
            }
            if (found.headers().has("X-Object-Manifest")) {
                put.with("X-Object-Manifest", found.headers().get("X-Object-Manifest", ""));
            }
        }
        put.params().remove("version-id");
        boolean plain = !found.headers().has("X-Static-Large-Object")
                && (manifest || !found.headers().has("X-Object-Manifest"));
        if (found.status() == 200 && plain) {
            put.with("Etag", found.etag());
        } else {
            headers.removeIf(name -> name.startsWith("X-Object-Sysmeta-Container-Update-Override-"));
        }
        for (String done : List.of("X-Copy-From", "X-Copy-From-Account", "Range", "If-Match", "If-Modified-Since")) {
            headers.remove(done);
        }
        if (!asked.given("Content-Type")) {
            put.with("Content-Type", found.headers().get("Content-Type", ""));
        }
        return put.body(found.body());
    }

    private static HeaderMap report(SwiftRequest request, SwiftRequest.Path source, SwiftResponse found) {
        HeaderMap report = new HeaderMap();
        report.set("X-Copied-From-Account", Encoded.encode(source.account()));
        report.set("X-Copied-From", Encoded.encode(source.container0() + "/" + source.object0()));
        set(report, "X-Copied-From-Last-Modified", found.headers().get("Last-Modified"));
        set(report, "X-Copied-From-Version-Id", found.headers().get("X-Object-Version-Id"));
        boolean fresh = HeaderMap.isTrue(request.headers().get("X-Fresh-Metadata"));
        if (!fresh) {
            report.copy(found.headers(), Copies::told);
        }
        report.copy(request.headers(), Copies::told);
        return report;
    }

    private static boolean told(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("x-object-meta-") || lower.equals("x-delete-at");
    }

    private static void set(HeaderMap headers, String name, @Nullable String value) {
        if (value != null) {
            headers.set(name, value);
        }
    }
}
