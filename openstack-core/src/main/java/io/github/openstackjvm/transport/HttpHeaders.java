package io.github.openstackjvm.transport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Header lines in their order. Names compare without regard to case; one name may occur on several lines. Immutable. */
public final class HttpHeaders {
    /** No headers. */
    public static final HttpHeaders EMPTY = new HttpHeaders(new Line[0]);

    private final Line[] lines;

    private record Line(String name, String value) {}

    private HttpHeaders(Line[] lines) {
        this.lines = lines;
    }

    /** One header. */
    public static HttpHeaders of(String name, String value) {
        return EMPTY.plus(name, value);
    }

    /** Headers of a map, one line each. */
    public static HttpHeaders of(Map<String, String> headers) {
        return ofLines(List.copyOf(headers.entrySet()));
    }

    /** Header lines in their order, duplicates included. */
    public static HttpHeaders ofLines(List<Map.Entry<String, String>> entries) {
        Line[] lines = new Line[entries.size()];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = line(entries.get(i).getKey(), entries.get(i).getValue());
        }
        return new HttpHeaders(lines);
    }

    /** These headers with one more line. */
    public HttpHeaders plus(String name, String value) {
        Line[] more = Arrays.copyOf(lines, lines.length + 1);
        more[lines.length] = line(name, value);
        return new HttpHeaders(more);
    }

    /** These headers with this line in place of all of that name. */
    public HttpHeaders with(String name, String value) {
        return without(name).plus(name, value);
    }

    /** These headers with the lines of the others in place of all of their names. */
    public HttpHeaders with(HttpHeaders others) {
        HttpHeaders kept = this;
        for (Line line : others.lines) {
            kept = kept.without(line.name);
        }
        Line[] all = Arrays.copyOf(kept.lines, kept.lines.length + others.lines.length);
        System.arraycopy(others.lines, 0, all, kept.lines.length, others.lines.length);
        return new HttpHeaders(all);
    }

    /** These headers without any of that name. */
    public HttpHeaders without(String name) {
        return first(name).isEmpty()
                ? this
                : new HttpHeaders(Arrays.stream(lines)
                        .filter(line -> !line.name.equalsIgnoreCase(name))
                        .toArray(Line[]::new));
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
        return Arrays.stream(lines)
                .filter(line -> line.name.equalsIgnoreCase(name))
                .map(Line::value)
                .toList();
    }

    /** Passes every line in its order. */
    public void forEach(BiConsumer<String, String> each) {
        for (Line line : lines) {
            each.accept(line.name, line.value);
        }
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
