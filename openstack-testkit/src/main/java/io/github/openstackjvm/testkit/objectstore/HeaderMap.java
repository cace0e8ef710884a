package io.github.openstackjvm.testkit.objectstore;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

import io.github.openstackjvm.transport.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** Headers as Swift keeps them: one value a name, names in capitals at the begin of each word, dashes for underscores. */
final class HeaderMap {
    private final Map<String, String> values = new LinkedHashMap<>();

    HeaderMap() {}

    HeaderMap(Map<String, String> headers) {
        headers.forEach(this::set);
    }

    static HeaderMap of(HttpHeaders headers) {
        HeaderMap map = new HeaderMap();
        headers.forEach((name, value) -> {
            if (!isMisspelt(name)) {
                map.values.merge(title(name), value, (one, other) -> one + "," + other);
            }
        });
        return map;
    }

    /** The server before Swift takes these two by their right names only; openstacksdk sends {@code content_type}. */
    private static boolean isMisspelt(String name) {
        return name.equalsIgnoreCase("content_type") || name.equalsIgnoreCase("content_length");
    }

    /** A letter is a capital unless a letter stands before it, and only those of ASCII are letters. */
    static String title(String name) {
        StringBuilder title = new StringBuilder(name.length());
        boolean inside = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (letter) {
                title.append(inside ? Character.toLowerCase(c) : Character.toUpperCase(c));
            } else {
                title.append(c == '_' ? '-' : c);
            }
            inside = letter;
        }
        return title.toString();
    }

    /** Whether a value means yes to Swift. */
    static boolean isTrue(@Nullable String value) {
        return value != null && value.toLowerCase(java.util.Locale.ROOT).matches("true|1|yes|on|t|y");
    }

    @Nullable
    String get(String name) {
        return values.get(title(name));
    }

    String get(String name, String byDefault) {
        return values.getOrDefault(title(name), byDefault);
    }

    boolean has(String name) {
        return values.containsKey(title(name));
    }

    /** Whether it is there and not empty. */
    boolean given(String name) {
        return !get(name, "").isEmpty();
    }

    void set(String name, String value) {
        values.put(title(name), value);
    }

    void setAll(HeaderMap other) {
        values.putAll(other.values);
    }

    @Nullable
    String remove(String name) {
        return values.remove(title(name));
    }

    void removeIf(Predicate<String> names) {
        values.keySet().removeIf(names);
    }

    /** Takes over those of the other headers whose names pass. */
    void copy(HeaderMap other, Predicate<String> names) {
        other.forEach((name, value) -> {
            if (names.test(name)) {
                values.put(name, value);
            }
        });
    }

    void forEach(BiConsumer<String, String> each) {
        new LinkedHashMap<>(values).forEach(each);
    }

    Map<String, String> toMap() {
        return new LinkedHashMap<>(values);
    }
}
