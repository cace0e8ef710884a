package io.github.openstackjvm.internal.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What was read, before anybody knows what it means: texts, lists and mappings, each with its source. Immutable. */
public sealed interface Tree {
    /** Where it was written. */
    Source source();

    /** Strings, lists and maps without sources; null for what was written as null. */
    @Nullable
    Object plain();

    /**
     * A single value, as it was written: {@code 0123} stays {@code 0123}, whatever number YAML sees in it.
     *
     * @param text null when it was written as null
     */
    record Text(@Nullable String text, Source source) implements Tree {
        @Override
        public @Nullable String plain() {
            return text;
        }

        /** Only the source: the text may be a secret. */
        @Override
        public String toString() {
            return "a value of " + source;
        }
    }

    /**
     * A list.
     *
     * @param items in order
     */
    record Items(List<Tree> items, Source source) implements Tree {
        /** Copies the list. */
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public List<@Nullable Object> plain() {
            List<@Nullable Object> plain = new ArrayList<>();
            items.forEach(item -> plain.add(item.plain()));
            return Collections.unmodifiableList(plain);
        }
    }

    /**
     * A mapping.
     *
     * @param fields in the order in which they were written
     */
    record Fields(Map<String, Tree> fields, Source source) implements Tree {
        /** Copies the map, keeps its order. */
        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        /** Without anything in it. */
        public static Fields empty(Source source) {
            return new Fields(Map.of(), source);
        }

        /** The value of this key; null when there is none, or when it was written as null. */
        public @Nullable Tree get(String key) {
            Tree found = fields.get(key);
            return found instanceof Text text && text.text() == null ? null : found;
        }

        /** This mapping with all that the other one says: it wins where both say something. Nothing is lost. */
        public Fields overlaidBy(Fields other) {
            Map<String, Tree> merged = new LinkedHashMap<>(fields);
            other.fields.forEach((key, theirs) -> merged.merge(key, theirs, Fields::merge));
            return new Fields(merged, source);
        }

        private static Tree merge(Tree ours, Tree theirs) {
            if (theirs instanceof Text text && text.text() == null) {
                return ours;
            }
            return ours instanceof Fields a && theirs instanceof Fields b ? a.overlaidBy(b) : theirs;
        }

        @Override
        public Map<String, @Nullable Object> plain() {
            Map<String, @Nullable Object> plain = new LinkedHashMap<>();
            fields.forEach((key, value) -> plain.put(key, value.plain()));
            return Collections.unmodifiableMap(plain);
        }
    }
}
