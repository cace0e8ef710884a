package io.github.openstackjvm.objectstore;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.openstackjvm.internal.wire.Body;
import org.jspecify.annotations.Nullable;

/** What follows from the segments of a large object. */
final class Segments {
    private Segments() {}

    /** How long they are; null when some are parts of others, or large ones themselves, whose MD5 nobody knows. */
    static @Nullable List<Long> lengths(List<Segment> manifest) {
        List<Long> lengths = new ArrayList<>();
        for (Segment segment : manifest) {
            if (segment.data() != null) {
                lengths.add((long) Base64.getDecoder().decode(segment.data()).length);
            } else if (segment.range() != null || segment.large() || segment.bytes() == null) {
                return null;
            } else {
                lengths.add(segment.bytes());
            }
        }
        return lengths;
    }

    /** How long those of a dynamic large object are now. */
    static @Nullable List<Long> lengths(StoredObjects objects, @Nullable String manifest) {
        if (manifest == null) {
            return null;
        }
        String[] parts = manifest.split("/", 2);
        List<Long> lengths = new ArrayList<>();
        for (StoredObject segment : objects.in(parts[0]).list().prefix(parts[1])) {
            if (segment.isLarge()) {
                return null;
            }
            lengths.add(segment.bytes());
        }
        return lengths;
    }

    /** Where the object is that the bytes are in, encoded; none if they are in the manifest itself. */
    static Stream<String> path(Segment segment) {
        if (segment.path() == null) {
            return Stream.empty();
        }
        String[] place = segment.path().substring(1).split("/", 2);
        return Stream.of(Encoded.path(place[0], place[1]));
    }

    /** The manifest as it is put. */
    static Body body(List<Segment> segments) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Segment segment : segments) {
            Map<String, Object> line = new LinkedHashMap<>();
            put(line, "path", segment.path());
            put(line, "etag", segment.etag());
            put(line, "size_bytes", segment.bytes());
            put(line, "range", segment.range());
            put(line, "data", segment.data());
            lines.add(line);
        }
        return Body.ofList(lines);
    }

    private static void put(Map<String, Object> line, String name, @Nullable Object value) {
        if (value != null) {
            line.put(name, value);
        }
    }
}
