package io.github.openstackjvm.transport;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Header lines in their order. Names compare without regard to case; one name may occur on several lines. Immutable. */
public final class HttpHeaders {
    /** No headers. */
    public static final HttpHeaders EMPTY = new HttpHeaders(List.of());

    private final List<Line> lines;

    private record Line(String name, String value) {}

    private HttpHeaders(List<Line> lines) {
        this.lines = lines;
    }

    /** One header. */
    public static HttpHeaders of(String name, String value) {
        return EMPTY.plus(name, value);
    }

    /** Headers of a map, one line each. */
    public static HttpHeaders of(Map<String, String> headers) {
        List<Line> lines = new ArrayList<>(headers.size());
        headers.forEach((name, value) -> lines.add(line(name, value)));
        return new HttpHeaders(List.copyOf(lines));
    }

    /** Header lines in their order, duplicates included. */
    public static HttpHeaders ofLines(List<Map.Entry<String, String>> entries) {
        List<Line> lines = new ArrayList<>(entries.size());
        entries.forEach(entry -> lines.add(line(entry.getKey(), entry.getValue())));
        return new HttpHeaders(List.copyOf(lines));
    }

    /** These headers with one more line. */
    public HttpHeaders plus(String name, String value) {
        List<Line> more = new ArrayList<>(lines.size() + 1);
        more.addAll(lines);
        more.add(line(name, value));
        return new HttpHeaders(List.copyOf(more));
    }

    /** These headers with this line in place of all of that name. */
    public HttpHeaders with(String name, String value) {
        return without(name).plus(name, value);
    }

    /** These headers without any of that name. */
    public HttpHeaders without(String name) {
        return first(name).isEmpty()
                ? this
                : new HttpHeaders(lines.stream()
                        .filter(line -> !line.name.equalsIgnoreCase(name))
                        .toList());
    }

    /** The value of the first line of that name. */
    public Optional<String> first(String name) {
        for (Line line : lines) {
            if (line.name.equalsIgnoreCase(name)) {
                return Optional.of(line.value);
            }
        }
        return Optional.empty();
    }

    /** The values of all lines of that name, in their order. */
    public List<String> all(String name) {
        return lines.stream()
                .filter(line -> line.name.equalsIgnoreCase(name))
                .map(Line::value)
                .toList();
    }

    /** Passes every line in its order. */
    public void forEach(BiConsumer<String, String> each) {
        lines.forEach(line -> each.accept(line.name, line.value));
    }

    /** Lower-case names, each with its values in their order. */
    public Map<String, List<String>> toMap() {
        Map<String, List<String>> map = new LinkedHashMap<>();
        for (Line line : lines) {
            map.computeIfAbsent(line.name.toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(line.value);
        }
        return map;
    }

    /** The names only: values may be secret. */
    @Override
    public String toString() {
        return toMap().keySet().toString();
    }

    private static Line line(String name, String value) {
        if (name.isEmpty() || hasLineBreak(name) || hasLineBreak(value)) {
            throw new IllegalArgumentException(
                    "A header's name must not be empty, and neither name nor value may hold a line break: '"
                            + name.replaceAll("[\\r\\n\\x00]", "�") + "'");
        }
        return new Line(name, value);
    }

    private static boolean hasLineBreak(String text) {
        return text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0 || text.indexOf('\0') >= 0;
    }
}
