package io.github.openstackjvm.internal.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.openstackjvm.session.ServiceType;

/** The flat table of a cloud's typed values, each with its source. Keys of {@code auth} begin with {@code auth.}. */
public final class Settings {
    /**
     * One line of the table.
     *
     * @param value as the key's kind has it
     * @param source where it came from
     * @param known whether anything here acts on it
     */
    public record Setting(Object value, Source source, boolean known) {
        /** Only the source: the value may be a secret. */
        @Override
        public String toString() {
            return "a value of " + source;
        }
    }

    private final Map<String, Setting> table;

    private Settings(Map<String, Setting> table) {
        this.table = Collections.unmodifiableMap(table);
    }

    /** Reads every value as what its key may hold; what does not fit becomes a problem. */
    public static Settings read(Map<String, Tree> flat, Surroundings around, Problems problems) {
        Map<String, Setting> table = new LinkedHashMap<>();
        flat.forEach((key, tree) -> {
            Kind kind = Keys.kind(key);
            try {
                Object value = kind.read(tree, around);
                if (value != null) {
                    table.put(key, new Setting(value, tree.source(), kind != Kind.ANY));
                }
            } catch (IllegalArgumentException e) {
                problems.add(
                        "%s of %s must be %s%s".formatted(key, tree.source(), kind.expectation, instead(key, tree)));
            }
        });
        return new Settings(table);
    }

    private static String instead(String key, Tree tree) {
        if (tree instanceof Tree.Text leaf) {
            // The first word is enough: what follows may be the next line, with a password, that slipped in.
            return Keys.secret(key) ? "" : ", not '" + Shown.firstWord(String.valueOf(leaf.text())) + "'";
        }
        return tree instanceof Tree.Items ? ", not a list like this" : ", not a mapping";
    }

    /** All lines, in the order in which they were written. */
    public Map<String, Setting> table() {
        return table;
    }

    /** The value of this key. */
    public <T> Optional<T> get(String key, Class<T> type) {
        return Optional.ofNullable(table.get(key))
                .map(Setting::value)
                .filter(type::isInstance)
                .map(type::cast);
    }

    /** A single text. */
    public Optional<String> text(String key) {
        return get(key, String.class);
    }

    /** A list of this type. */
    public <T> List<T> list(String key, Class<T> type) {
        List<?> found = get(key, List.class).orElse(List.of());
        return found.stream().map(type::cast).toList();
    }

    /** Whether there is a value. */
    public boolean has(String key) {
        return table.containsKey(key);
    }

    /** Where the value of this key came from. */
    public Optional<Source> source(String key) {
        return Optional.ofNullable(table.get(key)).map(Setting::source);
    }

    /** The key under which something is said of this service: its official type first, then its older names. */
    public Optional<String> keyOf(ServiceType service, String what) {
        return service.names().stream()
                .map(name -> name.replace('-', '_') + "_" + what)
                .filter(table::containsKey)
                .findFirst();
    }

    /** What is said of this service. */
    public <T> Optional<T> of(ServiceType service, String what, Class<T> type) {
        return keyOf(service, what).flatMap(key -> get(key, type));
    }

    /** The value that {@code has_<service>} gives. */
    public Optional<Boolean> enabled(ServiceType service) {
        return service.names().stream()
                .map(name -> get("has_" + name.replace('-', '_'), Boolean.class))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What is below this prefix, without the prefix, as plain values. */
    public Map<String, Object> below(String prefix) {
        Map<String, Object> found = new LinkedHashMap<>();
        table.forEach((key, setting) -> {
            if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), setting.value());
            }
        });
        return Collections.unmodifiableMap(found);
    }

    /** What nobody here acts on. */
    public Map<String, Object> unknown() {
        Map<String, Object> found = new LinkedHashMap<>();
        table.forEach((key, setting) -> {
            if (!setting.known() && !key.startsWith("auth.")) {
                found.put(key, setting.value());
            }
        });
        return Collections.unmodifiableMap(found);
    }
}
