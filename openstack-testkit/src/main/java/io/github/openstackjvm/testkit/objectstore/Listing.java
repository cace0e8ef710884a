package io.github.openstackjvm.testkit.objectstore;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/**
 * Which names a listing has, and in which order.
 *
 * @param marker names after this one
 * @param endMarker names before this one
 * @param prefix names that begin so
 * @param delimiter names are cut behind this, and listed once
 * @param path names in this folder; older than prefix and delimiter
 */
record Listing(
        int limit,
        String marker,
        String endMarker,
        @Nullable String prefix,
        String delimiter,
        @Nullable String path,
        boolean reverse,
        boolean hidden) {

    static Listing of(SwiftRequest request) {
        String limit = request.params().getOrDefault("limit", "");
        int most = Info.LISTING_LIMIT;
        if (limit.matches("\\d+")) {
            if (limit.length() > 9 || Integer.parseInt(limit) > most) {
                throw new Refused(412, "Maximum limit is " + most);
            }
            most = Integer.parseInt(limit);
        }
        return new Listing(
                most,
                request.params().getOrDefault("marker", ""),
                request.params().getOrDefault("end_marker", ""),
                request.param("prefix"),
                request.params().getOrDefault("delimiter", ""),
                request.onContainer() ? request.param("path") : null,
                HeaderMap.isTrue(request.param("reverse")),
                request.headers().has("X-Backend-Allow-Reserved-Names"));
    }

    /** The entries: of a name the one function makes, of a folder the other. */
    <E> List<E> entries(Collection<Row> rows, Function<Row, E> ofName, Function<String, E> ofFolder) {
        String folder = path == null || path.isEmpty() ? path : path.replaceAll("/+$", "") + "/";
        String begin = folder != null ? folder : prefix == null ? "" : prefix;
        String cut = folder != null ? "/" : delimiter;
        String after = reverse ? endMarker : marker;
        String before = reverse ? marker : endMarker;
        List<Row> sorted = new ArrayList<>();
        for (Row row : rows) {
            String name = row.id();
            if (name.startsWith(begin)
                    && (hidden || !name.startsWith("\0"))
                    && (after.isEmpty() || Store.BY_NAME.compare(name, after) > 0)
                    && (before.isEmpty() || Store.BY_NAME.compare(name, before) < 0)) {
                sorted.add(row);
            }
        }
        Comparator<Row> order = Comparator.comparing(Row::id, Store.BY_NAME);
        sorted.sort(reverse ? order.reversed() : order);
        List<E> entries = new ArrayList<>();
        String last = null;
        for (Row row : sorted) {
            if (entries.size() >= limit) {
                break;
            }
            String name = row.id();
            int end = cut.isEmpty() ? -1 : name.indexOf(cut, begin.length());
            if (folder != null) {
                // A path has no folders: only what lies directly in it, and the objects that stand for folders.
                if (!name.equals(folder) && (end < 0 || name.length() == end + cut.length())) {
                    entries.add(ofName.apply(row));
                }
            } else if (end < 0) {
                entries.add(ofName.apply(row));
            } else {
                String dir = name.substring(0, end + cut.length());
                if (!dir.equals(last) && !dir.equals(after)) {
                    entries.add(ofFolder.apply(dir));
                }
                last = dir;
            }
        }
        return entries;
    }
}
