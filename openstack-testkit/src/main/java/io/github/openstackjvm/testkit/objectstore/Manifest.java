package io.github.openstackjvm.testkit.objectstore;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.openstackjvm.testkit.FakeBody;
import io.github.openstackjvm.testkit.engine.Json;
import org.jspecify.annotations.Nullable;

/** Reads what a client sends as the manifest of a static large object. */
final class Manifest {
    private static final Set<String> OBJECT_KEYS = Set.of("path", "range", "etag", "size_bytes");

    private Manifest() {}

    static List<Map<String, Object>> parse(SwiftRequest request) {
        if (!(json(request) instanceof List<?> list)) {
            throw new Refused(400, "Manifest must be a list.\n");
        }
        List<Map<String, Object>> segments = new ArrayList<>();
        StringBuilder errors = new StringBuilder();
        for (int i = 0; i < list.size(); i++) {
            Map<String, Object> segment = new LinkedHashMap<>(Json.object(list.get(i)));
            String error =
                    list.get(i) instanceof Map ? error(request, segment, i == list.size() - 1) : "not a JSON object";
            if (error != null) {
                errors.append("Index ").append(i).append(": ").append(error).append('\n');
            }
            segments.add(segment);
        }
        if (!segments.isEmpty() && segments.stream().allMatch(segment -> segment.containsKey("data"))) {
            errors.append("Inline data segments require at least one object-backed segment.\n");
        }
        if (!errors.isEmpty()) {
            throw Refused.plain(400, errors.toString());
        }
        return segments;
    }

    private static @Nullable Object json(SwiftRequest request) {
        try {
            FakeBody body = request.body();
            return Json.read(
                    body.slice(0, Math.min(body.length(), Info.MAX_MANIFEST)).bytes());
        } catch (JsonProcessingException e) {
            throw new Refused(400, "Manifest must be valid JSON.\n");
        }
    }

    private static @Nullable String error(SwiftRequest request, Map<String, Object> segment, boolean last) {
        if (!segment.containsKey("path") && !segment.containsKey("data")) {
            return "expected keys to include one of 'data' or 'path'";
        }
        boolean inline = segment.containsKey("data");
        Set<String> extraneous = new TreeSet<>(segment.keySet());
        extraneous.removeAll(inline ? Set.of("data") : OBJECT_KEYS);
        if (!extraneous.isEmpty()) {
            return "extraneous keys \"" + String.join("\", \"", extraneous) + "\"";
        }
        return inline ? errorOfData(segment) : errorOfObject(request, segment, last);
    }

    private static @Nullable String errorOfData(Map<String, Object> segment) {
        byte[] data;
        try {
            data = Base64.getDecoder().decode(String.valueOf(segment.get("data")));
        } catch (IllegalArgumentException e) {
            return "data must be valid base64";
        }
        segment.put("data", Base64.getEncoder().encodeToString(data));
        return data.length == 0 ? "too small; each segment must be at least 1 byte." : null;
    }

    private static @Nullable String errorOfObject(SwiftRequest request, Map<String, Object> segment, boolean last) {
        if (!(segment.get("path") instanceof String path)) {
            return "\"path\" must be a string";
        }
        Object etag = segment.get("etag");
        if (etag != null && !(etag instanceof String)) {
            return "\"etag\" must be a string or null (if provided)";
        }
        if (!path.replaceAll("^/+|/+$", "").contains("/")) {
            return "path does not refer to an object. Path must be of the form /container/object.";
        }
        Object size = segment.get("size_bytes");
        if (size != null && !String.valueOf(size).matches("[+-]?\\d{1,18}")) {
            return "invalid size_bytes";
        }
        Long bytes = size == null ? null : Long.valueOf(String.valueOf(size));
        if (bytes != null) {
            segment.put("size_bytes", bytes);
            if (bytes < 1 && !last) {
                return "too small; each segment must be at least 1 byte.";
            }
        }
        SwiftRequest.Path target = SwiftRequest.Path.below(request.account(), path.replaceAll("^/+", ""));
        if (request.path().equals(target)) {
            return "manifest must not include itself as a segment";
        }
        return errorOfRange(segment.get("range"), bytes);
    }

    private static @Nullable String errorOfRange(@Nullable Object range, @Nullable Long bytes) {
        if (range == null || range.toString().isEmpty()) {
            return null;
        }
        List<long[]> ranges = Range.resolved("bytes=" + range, bytes == null ? Long.MAX_VALUE : bytes);
        if (ranges == null) {
            return "invalid range";
        } else if (range.toString().contains(",")) {
            return "multiple ranges (only one allowed)";
        }
        return bytes != null && ranges.isEmpty() ? "unsatisfiable range" : null;
    }
}
