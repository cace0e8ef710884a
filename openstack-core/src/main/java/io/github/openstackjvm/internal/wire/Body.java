package io.github.openstackjvm.internal.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.resource.VersionRange;
import org.jspecify.annotations.Nullable;

/**
 * What a request carries: the touched fields in their order, as they were when the verb was called.
 *
 * @param fields by their names on the wire
 * @param beside what stands beside the key around the fields
 * @param needs what among them not every microversion knows
 * @param headers that go along
 */
public record Body(
        Map<String, @Nullable Object> fields,
        Map<String, @Nullable Object> beside,
        Needs needs,
        Map<String, String> headers) {

    /** Stands in the place of the one field when the body is a list. */
    public static final String LIST = "";

    /** Fields without conditions. */
    public static Body of(Map<String, @Nullable Object> fields) {
        return new Body(fields, Map.of(), Needs.NONE, Map.of());
    }

    /** One field, as the actions of a resource take it: {@code {"unlock": null}}. */
    public static Body action(String name, @Nullable Object argument) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put(name, argument);
        return of(fields);
    }

    /** The same as the argument of an action. */
    public Body asAction(String name) {
        Map<String, @Nullable Object> action = new LinkedHashMap<>();
        action.put(name, fields);
        return new Body(action, beside, needs, headers);
    }

    /** The same, needing this, too. */
    public Body needing(String what, VersionRange range) {
        return new Body(fields, beside, needs.and(what, range), headers);
    }

    /** A list without anything around it. */
    public static Body ofList(List<?> items) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put(LIST, items);
        return of(fields);
    }

    /** The same without this field. */
    public Body without(String field) {
        Map<String, @Nullable Object> rest = new LinkedHashMap<>(fields);
        rest.remove(field);
        return new Body(rest, beside, needs, headers);
    }

    /** Several at once, under this key. */
    public static Body several(String key, List<Body> bodies, Needs needs) {
        List<Map<String, @Nullable Object>> all =
                bodies.stream().map(Body::fields).toList();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put(key, all);
        return new Body(fields, Map.of(), needs, Map.of());
    }

    /**
     * The same with its fields as headers, as a store takes them that keeps its resources' properties so: a time as
     * seconds, an object as one header for each of its fields, null as an empty value.
     */
    public Body inHeaders() {
        Map<String, String> all = new LinkedHashMap<>(headers);
        fields.forEach((name, value) -> {
            if (value instanceof Map<?, ?> several) {
                several.forEach((key, each) -> all.put(name + key, header(each)));
            } else {
                all.put(name, header(value));
            }
        });
        return new Body(Map.of(), beside, needs, all);
    }

    private static String header(@Nullable Object value) {
        if (value instanceof Secret secret) {
            return secret.reveal();
        }
        return value == null ? "" : value.toString();
    }

    /** The same with a mark where these resources keep it, whether they stand for themselves or below a key. */
    public Body marked(Wire wire, Mark mark) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(fields);
        if (fields.get(Keys.many(wire)) instanceof List<?> several) {
            all.put(
                    Keys.many(wire),
                    several.stream()
                            .map(one -> marked((Map<?, ?>) one, wire.marks(), mark))
                            .toList());
        } else if (fields.size() == 1 && fields.get(wire.one()) instanceof Map<?, ?> one) {
            all.put(wire.one(), marked(one, wire.marks(), mark));
        } else {
            all = marked(fields, wire.marks(), mark);
        }
        return new Body(all, beside, needs, headers);
    }

    private static Map<String, @Nullable Object> marked(Map<?, ?> fields, Wire.Marks where, Mark mark) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        fields.forEach((name, value) -> all.put(String.valueOf(name), value));
        switch (where) {
            case NONE -> {}
            case METADATA -> {
                Map<Object, @Nullable Object> pairs = new LinkedHashMap<>();
                if (all.get("metadata") instanceof Map<?, ?> before) {
                    pairs.putAll(before);
                }
                pairs.put(mark.name(), mark.key());
                all.put("metadata", pairs);
            }
            case TAGS -> {
                List<@Nullable Object> tags = new ArrayList<>();
                if (all.get("tags") instanceof List<?> before) {
                    tags.addAll(before);
                }
                tags.add(mark.text());
                all.put("tags", tags);
            }
            case DESCRIPTION -> {
                String words = all.get("description") instanceof String before ? before : "";
                // By an idempotency key it is found with the whole description, and nothing may stand beside it.
                if (!Mark.isIdempotency(words)) {
                    all.put("description", (words + " " + mark.inWords()).strip());
                }
            }
        }
        return all;
    }

    /** The same with every {@link Reference}, at any depth, replaced by the id it stands for. */
    public Body resolved(Resolver resolver) {
        return new Body(resolve(fields, resolver), resolve(beside, resolver), needs, headers);
    }

    private static Map<String, @Nullable Object> resolve(Map<?, ?> fields, Resolver resolver) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        fields.forEach((name, value) -> result.put(String.valueOf(name), resolve(value, resolver)));
        return result;
    }

    private static @Nullable Object resolve(@Nullable Object value, Resolver resolver) {
        if (value instanceof Reference reference) {
            return resolver.id(reference);
        } else if (value instanceof Map<?, ?> nested) {
            return resolve(nested, resolver);
        } else if (value instanceof List<?> items) {
            List<@Nullable Object> result = new ArrayList<>(items.size());
            items.forEach(item -> result.add(resolve(item, resolver)));
            return result;
        }
        return value;
    }

    /** The names only: values may be secret. */
    @Override
    public String toString() {
        return "Body" + fields.keySet();
    }
}
