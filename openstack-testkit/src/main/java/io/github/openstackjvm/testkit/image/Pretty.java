package io.github.openstackjvm.testkit.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.openstackjvm.testkit.engine.Python;
import org.jspecify.annotations.Nullable;

/** Values as Python's pprint lays them out: the errors of jsonschema, which Glance passes on whole, show schemas so. */
final class Pretty {
    private static final int WIDTH = 72;
    private static final Pattern WORD = Pattern.compile("\\S+\\s*|\\s+");

    private Pretty() {}

    /** The value in lines of at most 72 characters where that is possible. */
    static String of(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        write(value, 0, 0, out);
        return out.toString();
    }

    /**
     * Writes a value.
     *
     * @param indent the column where it begins
     * @param after how many characters follow it on its last line
     */
    private static void write(@Nullable Object value, int indent, int after, StringBuilder out) {
        String line = sorted(value);
        if (line.length() <= WIDTH - indent - after) {
            out.append(line);
        } else if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            map(map, indent, after, out);
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            list(list, indent, after, out);
        } else if (value instanceof String text) {
            text(text, indent, after, out);
        } else {
            out.append(line);
        }
    }

    private static void map(Map<?, ?> map, int indent, int after, StringBuilder out) {
        out.append('{');
        int left = map.size();
        for (Map.Entry<String, Object> entry : new TreeMap<>(texts(map)).entrySet()) {
            String key = Python.repr(entry.getKey());
            out.append(key).append(": ");
            left--;
            write(map.get(entry.getKey()), indent + 1 + key.length() + 2, left == 0 ? after + 1 : 1, out);
            if (left > 0) {
                out.append(",\n").append(" ".repeat(indent + 1));
            }
        }
        out.append('}');
    }

    private static Map<String, Object> texts(Map<?, ?> map) {
        Map<String, Object> texts = new TreeMap<>();
        map.forEach((key, value) -> texts.put(String.valueOf(key), key));
        return texts;
    }

    private static void list(List<?> list, int indent, int after, StringBuilder out) {
        out.append('[');
        for (int i = 0; i < list.size(); i++) {
            boolean last = i == list.size() - 1;
            write(list.get(i), indent + 1, last ? after + 1 : 1, out);
            if (!last) {
                out.append(",\n").append(" ".repeat(indent + 1));
            }
        }
        out.append(']');
    }

    /** A long text is broken between words into several literals. */
    private static void text(String text, int indent, int after, StringBuilder out) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        List<String> lines = new ArrayList<>();
        String current = "";
        for (int i = 0; i < words.size(); i++) {
            int room = WIDTH - indent - (i == words.size() - 1 ? after : 0);
            if (Python.repr(current + words.get(i)).length() > room && !current.isEmpty()) {
                lines.add(Python.repr(current));
                current = words.get(i);
            } else {
                current += words.get(i);
            }
        }
        lines.add(Python.repr(current));
        out.append(String.join("\n" + " ".repeat(indent), lines));
    }

    /** On one line, the keys of objects sorted. */
    private static String sorted(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            List<String> parts = new ArrayList<>();
            texts(map).forEach((name, key) -> parts.add(Python.repr(name) + ": " + sorted(map.get(key))));
            return "{" + String.join(", ", parts) + "}";
        } else if (value instanceof List<?> list) {
            return "[" + String.join(", ", list.stream().map(Pretty::sorted).toList()) + "]";
        }
        return Python.repr(value);
    }
}
