package io.github.openstackjvm.testkit.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** One thing in the cloud, as named plain values. What the wire shows of it is a view the resource makes. */
public final class Row {
    private final Map<String, Object> fields;

    /** A thing with alternating names and values; {@code id} must be among them. */
    public static Row of(@Nullable Object... namesAndValues) {
        return new Row(Json.map(namesAndValues));
    }

    /** A thing with these values, copied. */
    public Row(Map<String, Object> fields) {
        this.fields = new LinkedHashMap<>(fields);
    }

    /** What it is found by. */
    public String id() {
        return text("id");
    }

    /** The value, or null. */
    public @Nullable Object get(String name) {
        return fields.get(name);
    }

    /** The value as text; empty when there is none. */
    public String text(String name) {
        Object value = fields.get(name);
        return value == null ? "" : value.toString();
    }

    /** The value as a whole number; zero when there is none. */
    public long number(String name) {
        return fields.get(name) instanceof Number number ? number.longValue() : 0;
    }

    /** Whether the value is true. */
    public boolean is(String name) {
        return Boolean.TRUE.equals(fields.get(name));
    }

    /** Whether the value equals this one. */
    public boolean is(String name, @Nullable Object value) {
        return Objects.equals(fields.get(name), value);
    }

    /** The value as a list of texts; empty when there is none. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        if (fields.get(name) instanceof List<?> list) {
            list.forEach(value -> texts.add(String.valueOf(value)));
        }
        return texts;
    }

    /** The value as an object; empty when there is none. */
    public Map<String, Object> object(String name) {
        return Json.object(fields.get(name));
    }

    /** Changes a value. */
    public Row set(String name, @Nullable Object value) {
        Json.put(fields, name, value);
        return this;
    }

    /** Adds one to a number. */
    public void count(String name) {
        set(name, number(name) + 1);
    }

    /** All values, in their order. */
    public Map<String, Object> fields() {
        return Collections.unmodifiableMap(fields);
    }

    /** Those of the named values that exist, in the order of the names. */
    public Map<String, Object> pick(String... names) {
        Map<String, Object> view = new LinkedHashMap<>();
        for (String name : names) {
            if (fields.containsKey(name)) {
                Json.put(view, name, fields.get(name));
            }
        }
        return view;
    }

    /** All values, for the message of a failed test. */
    @Override
    public String toString() {
        return fields.toString();
    }
}
