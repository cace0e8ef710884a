package io.github.openstackjvm.testkit.objectstore;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeBody;

/** Objects that stand for all objects whose names begin as they say. */
final class DynamicLargeObjects implements Filter {
    private static final String MANIFEST = "X-Object-Manifest";

    @Override
    public SwiftResponse handle(SwiftRequest request, App next) {
        if (!request.onObject()) {
            return next.handle(request);
        }
        if (request.is("PUT") && request.headers().has(MANIFEST)) {
            check(request.headers().get(MANIFEST, ""));
        }
        if (!request.is("GET", "HEAD") || "get".equals(request.param("multipart-manifest"))) {
            return next.handle(request);
        }
        SwiftResponse response = next.handle(request);
        String manifest = response.headers().get(MANIFEST);
        return manifest == null ? response : assembled(request, response, Encoded.decode(manifest), next);
    }

    private static void check(String value) {
        int slash = value.indexOf('/');
        if (slash < 1 || slash == value.length() - 1 || value.matches(".*[?&].*") || value.startsWith("/", slash + 1)) {
            throw new Refused(400, "X-Object-Manifest must be in the format container/prefix");
        }
    }

    private static SwiftResponse assembled(SwiftRequest request, SwiftResponse response, String manifest, App next) {
        response.body().discard();
        int slash = manifest.indexOf('/');
        String container = manifest.substring(0, slash);
        SwiftResponse listed = next.handle(request.sub("GET", SwiftRequest.Path.of(request.account(), container))
                .param("prefix", manifest.substring(slash + 1)));
        List<Map<String, Object>> segments = listed.listing();
        if (!listed.success() || segments == null) {
            return listed;
        }
        if (request.headers().get("Range", "").contains(",")) {
            request.headers().remove("Range");
        }
        MessageDigest etag = Objects.digest("MD5");
        List<FakeBody> parts = new ArrayList<>();
        for (Map<String, Object> segment : segments) {
            String hash = SwiftResponse.unquoted(String.valueOf(segment.get("hash")));
            etag.update(hash.getBytes(StandardCharsets.UTF_8));
            String name = String.valueOf(segment.get("name"));
            SwiftResponse part =
                    next.handle(request.sub("GET", SwiftRequest.Path.of(request.account(), container, name))
                            .param("multipart-manifest", "get"));
            if (!part.success() && parts.isEmpty()) {
                throw new Refused(409);
            }
            parts.add(
                    part.success()
                            ? part.body()
                            : FakeBody.broken(((Number) segment.getOrDefault("bytes", 0)).longValue()));
        }
        return response.with("Etag", '"' + HexFormat.of().formatHex(etag.digest()) + '"')
                .body(FakeBody.joined(parts));
    }
}
