package io.github.openstackjvm.testkit.objectstore;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.openstackjvm.testkit.FakeBody;
import io.github.openstackjvm.testkit.engine.Json;
import org.jspecify.annotations.Nullable;

/** Objects put together from those that a manifest lists, with their ETags and sizes. */
final class StaticLargeObjects implements Filter {
    static final String ETAG = "X-Object-Sysmeta-Slo-Etag";
    static final String SIZE = "X-Object-Sysmeta-Slo-Size";
    private static final String MARK = "X-Static-Large-Object";
    private static final int DEEPEST = 10;

    @Override
    public SwiftResponse handle(SwiftRequest request, App next) {
        if (request.onContainer()) {
            return listed(next.handle(request));
        } else if (!request.onObject()) {
            return next.handle(request);
        }
        String mode = request.params().getOrDefault("multipart-manifest", "");
        if (request.is("PUT") && mode.equals("put")) {
            return put(request, next);
        } else if (request.is("DELETE") && mode.equals("delete")) {
            return delete(request, next);
        } else if (request.is("GET", "HEAD")) {
            return read(request, mode.equals("get"), next);
        } else if (request.headers().has(MARK)) {
            throw new Refused(
                    400,
                    "X-Static-Large-Object is a reserved header. To create a static large object add query param"
                            + " multipart-manifest=put.");
        }
        return next.handle(request);
    }

    private static SwiftResponse listed(SwiftResponse response) {
        List<Map<String, Object>> listing = response.listing();
        if (listing == null) {
            return response;
        }
        for (Map<String, Object> entry : listing) {
            if (entry.get("hash") instanceof String hash && hash.contains("slo_etag=")) {
                Parameters parsed = Parameters.parse(hash);
                entry.put("slo_etag", '"' + parsed.values().remove("slo_etag") + '"');
                entry.put("hash", parsed.toString());
            }
        }
        return response;
    }

    private SwiftResponse read(SwiftRequest request, boolean manifest, App next) {
        SwiftResponse response = next.handle(request);
        HeaderMap headers = response.headers();
        if (!response.success() || !HeaderMap.isTrue(headers.get(MARK))) {
            return response;
        }
        if (manifest) {
            return "raw".equals(request.param("format"))
                    ? raw(response)
                    : response.with("Content-Type", "application/json; charset=utf-8");
        }
        List<Map<String, Object>> segments = entries(response.body());
        String own = response.etag();
        response.body().discard();
        response.with("X-Manifest-Etag", own).with("Etag", '"' + headers.get(ETAG, "") + '"');
        if (request.is("HEAD")) {
            return response.body(FakeBody.broken(Long.parseLong(headers.get(SIZE, "0"))));
        }
        List<FakeBody> parts = new ArrayList<>();
        gather(request, segments, parts, next, 1);
        return response.body(FakeBody.joined(parts));
    }

    /** The manifest in the form in which it can be put again. */
    private static SwiftResponse raw(SwiftResponse response) {
        List<Map<String, Object>> segments = new ArrayList<>();
        for (Map<String, Object> segment : entries(response.body())) {
            if (segment.containsKey("data")) {
                segments.add(segment);
            } else {
                Map<String, Object> plain = Json.map(
                        "etag", segment.get("hash"), "path", segment.get("name"), "size_bytes", segment.get("bytes"));
                if (segment.containsKey("range")) {
                    plain.put("range", String.valueOf(segment.get("range")));
                }
                segments.add(plain);
            }
        }
        response.body().discard();
        FakeBody body = FakeBody.of(Json.bytes(segments));
        return response.with("Etag", Objects.md5(body)).body(body);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> entries(FakeBody body) {
        try {
            return Json.read(body.bytes()) instanceof List<?> list ? (List<Map<String, Object>>) list : List.of();
        } catch (JsonProcessingException e) {
            return List.of();
        }
    }

    /** The bytes of all segments. What is missing at the beginning is a conflict; further on the answer breaks off. */
    private void gather(
            SwiftRequest request, List<Map<String, Object>> segments, List<FakeBody> parts, App next, int depth) {
        for (Map<String, Object> segment : segments) {
            if (segment.get("data") instanceof String data) {
                parts.add(FakeBody.of(Base64.getDecoder().decode(data)));
                continue;
            }
            FakeBody part = part(request, segment, next, depth);
            if (part == null && parts.isEmpty()) {
                throw new Refused(409);
            }
            parts.add(part != null ? part : FakeBody.broken(length(segment)));
            if (part == null) {
                return;
            }
        }
    }

    private @Nullable FakeBody part(SwiftRequest request, Map<String, Object> segment, App next, int depth) {
        SwiftRequest.Path path = SwiftRequest.Path.below(request.account(), String.valueOf(segment.get("name")));
        SwiftResponse found = next.handle(
                request.sub("GET", java.util.Objects.requireNonNull(path)).param("multipart-manifest", "get"));
        boolean nested = Boolean.TRUE.equals(segment.get("sub_slo"));
        if (!found.success() || (nested && depth >= DEEPEST)) {
            return null;
        }
        FakeBody body = found.body();
        if (nested) {
            List<FakeBody> parts = new ArrayList<>();
            gather(request, entries(body), parts, next, depth + 1);
            body.discard();
            body = FakeBody.joined(parts);
        } else if (!found.etag().equals(segment.get("hash"))
                || body.length() != ((Number) segment.getOrDefault("bytes", -1)).longValue()) {
            body.discard();
            return null;
        }
        if (segment.get("range") instanceof String range) {
            String[] ends = range.split("-", -1);
            return body.slice(Long.parseLong(ends[0]), Long.parseLong(ends[1]) + 1);
        }
        return body;
    }

    private static long length(Map<String, Object> segment) {
        if (segment.get("range") instanceof String range) {
            String[] ends = range.split("-", -1);
            return Long.parseLong(ends[1]) + 1 - Long.parseLong(ends[0]);
        }
        return ((Number) segment.getOrDefault("bytes", 0)).longValue();
    }

    private SwiftResponse put(SwiftRequest request, App next) {
        if (request.headers().given("X-Copy-From")) {
            throw new Refused(405, "Multipart Manifest PUTs cannot be COPY requests");
        }
        Long length = request.contentLength();
        if (length == null && !request.chunked()) {
            throw new Refused(411);
        } else if (length != null && length > Info.MAX_MANIFEST) {
            throw new Refused(413, "Manifest File > " + Info.MAX_MANIFEST + " bytes");
        }
        List<Map<String, Object>> manifest = Manifest.parse(request);
        if (manifest.stream().filter(segment -> segment.containsKey("path")).count() > Info.MAX_SEGMENTS) {
            throw new Refused(413, "Number of object-backed segments must be <= " + Info.MAX_SEGMENTS);
        }
        Report report = new Report("upload", Report.format(request, "text/plain"));
        List<Map<String, Object>> stored = new ArrayList<>();
        long size = 0;
        for (int i = 0; i < manifest.size(); i++) {
            Map<String, Object> segment = manifest.get(i);
            if (segment.get("data") instanceof String data) {
                stored.add(segment);
                size += Base64.getDecoder().decode(data).length;
            } else {
                Map<String, Object> entry = checked(request, segment, i == manifest.size() - 1, report, next);
                stored.add(entry);
                size += entry.isEmpty() ? 0 : length(entry);
            }
        }
        boolean heartbeat = HeaderMap.isTrue(request.param("heartbeat"));
        if (report.failed()) {
            return heartbeat ? beaten(report, SwiftResponse.html(400, SwiftResponse.words(400))) : report.response(400);
        }
        SwiftResponse response = stored(request, stored, size, next);
        return heartbeat ? beaten(report, response) : response;
    }

    private static SwiftResponse beaten(Report report, SwiftResponse response) {
        report.put("Response Status", response.line());
        report.put("Response Body", response.success() ? "" : response.body().text());
        if (response.success()) {
            report.put("Etag", response.headers().get("Etag", ""));
            report.put("Last Modified", response.headers().get("Last-Modified", ""));
        }
        return report.responseAfter(202, " \r\n\r\n");
    }

    private SwiftResponse stored(SwiftRequest request, List<Map<String, Object>> segments, long size, App next) {
        MessageDigest digest = Objects.digest("MD5");
        for (Map<String, Object> segment : segments) {
            String hash = segment.get("data") instanceof String data
                    ? Objects.md5(FakeBody.of(Base64.getDecoder().decode(data)))
                    : segment.containsKey("range")
                            ? segment.get("hash") + ":" + segment.get("range") + ";"
                            : String.valueOf(segment.get("hash"));
            digest.update(hash.getBytes(StandardCharsets.US_ASCII));
        }
        String etag = HexFormat.of().formatHex(digest.digest());
        String said = SwiftResponse.unquoted(request.headers().get("Etag", ""));
        if (!said.isEmpty() && !said.equals(etag)) {
            return new SwiftResponse(422);
        }
        FakeBody body = FakeBody.of(Json.bytes(segments));
        String own = Objects.md5(body);
        HeaderMap headers = request.headers();
        headers.set(ETAG, etag);
        headers.set(SIZE, String.valueOf(size));
        headers.set(MARK, "True");
        headers.set("Etag", own);
        headers.set(Objects.LISTED + "Etag", own + "; slo_etag=" + etag);
        String type = headers.get("Content-Type", "");
        headers.set("Content-Type", (type.isEmpty() ? MediaTypes.of(request.object()) : type) + ";swift_bytes=" + size);
        request.contentTypeOverridden(true);
        SwiftResponse response = next.handle(request.body(body));
        return response.success() ? response.with("Etag", '"' + etag + '"') : response;
    }

    /** What is kept of a segment; a problem is reported, and what is left out is not kept in the end. */
    private Map<String, Object> checked(
            SwiftRequest request, Map<String, Object> segment, boolean last, Report report, App next) {
        String name = String.valueOf(segment.get("path"));
        String path = name.replaceAll("^/+", "");
        SwiftRequest.Path target = SwiftRequest.Path.below(request.account(), path);
        SwiftResponse found = target == null ? new SwiftResponse(404) : handle(request.sub("HEAD", target), next);
        found.body().discard();
        if (!found.success()) {
            report.failure(Encoded.encode(name), found.line());
            return Map.of();
        }
        long whole = found.body().length();
        long length = whole;
        Map<String, Object> entry = Json.map(
                "name", "/" + path,
                "bytes", whole,
                "hash", found.etag(),
                "content_type", found.headers().get("Content-Type", ""),
                "last_modified", modified(found));
        if (segment.get("range") instanceof String range) {
            List<long[]> ranges = Range.resolved("bytes=" + range, whole);
            if (ranges == null || ranges.isEmpty()) {
                report.failure(Encoded.encode(name), "Unsatisfiable Range");
            } else if (ranges.get(0)[0] != 0 || ranges.get(0)[1] != whole) {
                long[] only = ranges.get(0);
                length = only[1] - only[0];
                entry.put("range", only[0] + "-" + (only[1] - 1));
            }
        }
        if (length < 1 && !last) {
            report.failure(Encoded.encode(name), "Too small; each segment must be at least 1 byte.");
        }
        if (segment.get("size_bytes") instanceof Number bytes && bytes.longValue() != whole) {
            report.failure(Encoded.encode(name), "Size Mismatch");
        }
        if (segment.get("etag") instanceof String etag && !etag.equals(found.etag())) {
            report.failure(Encoded.encode(name), "Etag Mismatch");
        }
        if (HeaderMap.isTrue(found.headers().get(MARK))) {
            entry.put("sub_slo", true);
        }
        return entry;
    }

    private static String modified(SwiftResponse found) {
        Long seconds = Timestamp.seconds(found.headers().get("Last-Modified"));
        return new Timestamp((seconds == null ? 0 : seconds) * 100_000).iso();
    }

    private SwiftResponse delete(SwiftRequest request, App next) {
        Report report = new Report("delete", Report.format(request, null));
        List<Deletion> all = new ArrayList<>();
        List<Map<String, Object>> rest = new ArrayList<>();
        Map<String, Object> first = new LinkedHashMap<>();
        first.put("sub_slo", true);
        first.put("name", "/" + request.container() + "/" + request.object());
        rest.add(first);
        while (!rest.isEmpty()) {
            Map<String, Object> segment = rest.remove(0);
            if (segment.containsKey("data")) {
                continue;
            }
            if (Boolean.TRUE.equals(segment.get("sub_slo"))) {
                String version = segment == first ? request.param("version-id") : null;
                try {
                    rest.addAll(manifest(request, String.valueOf(segment.get("name")), version, next));
                } catch (Refused refused) {
                    segment.put("error", refused);
                }
                // After its segments.
                segment.put("sub_slo", false);
                rest.add(segment);
            } else {
                all.add(new Deletion(
                        String.valueOf(segment.get("name")),
                        segment == first ? request.param("version-id") : null,
                        segment.get("error") instanceof Refused refused ? refused.response() : null));
            }
        }
        return Bulk.delete(request, all, report, next);
    }

    private static List<Map<String, Object>> manifest(
            SwiftRequest request, String name, @Nullable String version, App next) {
        SwiftRequest.Path path = SwiftRequest.Path.below(request.account(), name);
        SwiftRequest get =
                request.sub("GET", java.util.Objects.requireNonNull(path)).param("multipart-manifest", "get");
        if (version != null) {
            get.param("version-id", version);
        }
        SwiftResponse found = next.handle(get);
        List<Map<String, Object>> segments = found.success() ? entries(found.body()) : List.of();
        found.body().discard();
        if (found.status() == 404) {
            throw new Refused(404, "SLO manifest not found");
        } else if (found.status() == 401) {
            throw new Refused(401, "401 Unauthorized");
        } else if (!found.success()) {
            throw new Refused(500, "Unable to load SLO manifest or segment.");
        } else if (!HeaderMap.isTrue(found.headers().get(MARK))) {
            throw new Refused(400, "Not an SLO manifest");
        }
        return segments;
    }

    /**
     * Something to be deleted.
     *
     * @param error why it cannot be; null when nothing is known against it
     */
    record Deletion(
            String name, @Nullable String version, @Nullable SwiftResponse error) {}
}
