package io.github.openstackjvm.resource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.error.InvalidSpec;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Needs;
import io.github.openstackjvm.internal.wire.Reference;
import io.github.openstackjvm.internal.wire.Removed;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the cloud: exactly the fields that were set. A field never set is left out, an empty list is sent as an
 * empty list, and null is sent only where the API gives it a meaning. Not safe for use by several threads at once; the
 * verb that takes it reads it once, and {@link #copy()} makes an independent one.
 *
 * @param <S> the specification itself
 */
public abstract class Spec<S extends Spec<S>> implements Cloneable {
    private Map<String, Field> touched = new LinkedHashMap<>();
    private Map<String, Field> beside = new LinkedHashMap<>();
    private Map<String, String> headers = new LinkedHashMap<>();

    private record Field(@Nullable Object value, VersionRange range) {}

    /** Nothing is set yet. */
    protected Spec() {}

    /**
     * Sets a field by its name on the wire, for what this class does not name: any value that JSON has, a list, a map, a
     * {@link Secret}, another specification, or null.
     */
    public final S set(String field, @Nullable Object value) {
        return set(field, value, VersionRange.ANY);
    }

    /** Sets a field that not every microversion knows. */
    protected final S set(String field, @Nullable Object value, VersionRange range) {
        touched.put(field, new Field(value instanceof List<?> list ? Extras.list(list) : value, range));
        return self();
    }

    /** Sets a field to the id of another resource; a name is looked up before anything is sent. */
    protected final <R extends Resource<R>> S ref(String field, Class<R> type, String nameOrId) {
        return set(field, new Reference(field, type, Ref.<R>id(nameOrId), true));
    }

    /** Sets a field to the id of another resource. */
    protected final <R extends Resource<R>> S ref(String field, Class<R> type, Ref<R> other) {
        return set(field, new Reference(field, type, other, false));
    }

    /** Takes a field away, of a resource that is changed by a JSON patch. */
    protected final S remove(String field) {
        return set(field, Removed.REMOVED);
    }

    /** Adds one more item to a field that is a list. */
    protected final S add(String field, @Nullable Object item, VersionRange range) {
        Field before = touched.get(field);
        List<@Nullable Object> items =
                new ArrayList<>(before != null && before.value instanceof List<?> list ? list : List.of());
        items.add(item);
        return set(field, items, before == null || before.range.equals(VersionRange.ANY) ? range : before.range);
    }

    /** Adds one more item to a field that is a list. */
    protected final S add(String field, @Nullable Object item) {
        return add(field, item, VersionRange.ANY);
    }

    /** Sets one more pair of a field that is an object. */
    protected final S pair(String field, String key, @Nullable Object value) {
        return set(field, with(touched.get(field), key, value));
    }

    private static Map<String, @Nullable Object> with(@Nullable Field before, String key, @Nullable Object value) {
        Map<String, @Nullable Object> pairs = new LinkedHashMap<>();
        if (before != null && before.value instanceof Map<?, ?> map) {
            map.forEach((name, each) -> pairs.put(String.valueOf(name), each));
        }
        pairs.put(key, value);
        return pairs;
    }

    /** The id of another resource, for a field that holds it somewhere inside; a name is looked up before sending. */
    protected static <R extends Resource<R>> Object reference(String field, Class<R> type, String nameOrId) {
        return new Reference(field, type, Ref.<R>id(nameOrId), true);
    }

    /** The id of another resource, for a field that holds it somewhere inside. */
    protected static <R extends Resource<R>> Object reference(String field, Class<R> type, Ref<R> other) {
        return new Reference(field, type, other, false);
    }

    /** Sets one more pair of an object that stands in the body beside the resource. */
    protected final S besidePair(String field, String key, @Nullable Object value) {
        beside.put(field, new Field(with(beside.get(field), key, value), VersionRange.ANY));
        return self();
    }

    /** Adds a header to the request. */
    protected final S header(String name, String value) {
        headers.put(name, value);
        return self();
    }

    /** From this microversion on. */
    protected static VersionRange since(int major, int minor) {
        return VersionRange.since(major, minor);
    }

    /** Up to this microversion. */
    protected static VersionRange until(int major, int minor) {
        return VersionRange.until(major, minor);
    }

    /** Names on the wire of the fields without which the cloud refuses. */
    protected List<String> required() {
        return List.of();
    }

    /** What follows for the microversion out of fields that are not set, each with the words for an error message. */
    protected Map<String, VersionRange> narrowed() {
        return Map.of();
    }

    /** What is sent: this, or a {@link #copy()} with what follows from the fields that are set. */
    protected S completed() {
        return self();
    }

    /** What this field was set to; null when it was not. */
    protected final @Nullable Object value(String field) {
        Field set = touched.get(field);
        return set == null ? null : set.value;
    }

    /** Whether this field was set. */
    protected final boolean touches(String field) {
        return touched.containsKey(field);
    }

    /** An independent specification with the same fields. */
    public final S copy() {
        try {
            @SuppressWarnings("unchecked") // a clone is of the same class
            S copy = (S) clone();
            Spec<S> base = copy;
            base.touched = new LinkedHashMap<>(touched);
            base.beside = new LinkedHashMap<>(beside);
            base.headers = new LinkedHashMap<>(headers);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The request's body as of now. */
    final Body body() {
        Spec<S> whole = completed();
        return whole.asItIs();
    }

    private Body asItIs() {
        List<String> missing =
                required().stream().filter(field -> !touched.containsKey(field)).toList();
        if (!missing.isEmpty()) {
            throw new InvalidSpec(name() + " needs " + String.join(", ", missing)
                    + (missing.size() == 1 ? ": it is" : ": they are") + " required and not set");
        }
        touched.forEach((field, entry) -> LineBreaks.refuse(field, entry.value, name()));
        Needs needs = needs();
        return new Body(plain(touched), plain(beside), needs, Map.copyOf(headers));
    }

    private static Map<String, @Nullable Object> plain(Map<String, Field> entries) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        entries.forEach((field, entry) -> fields.put(field, plain(entry.value)));
        return fields;
    }

    private Needs needs() {
        Needs needs = needs(touched).and(needs(beside));
        for (Map.Entry<String, VersionRange> entry : narrowed().entrySet()) {
            needs = needs.and(entry.getKey(), entry.getValue());
        }
        return needs;
    }

    private static Needs needs(Map<String, Field> entries) {
        Needs needs = Needs.NONE;
        for (Map.Entry<String, Field> entry : entries.entrySet()) {
            needs = needs.and("the field '" + entry.getKey() + "'", entry.getValue().range)
                    .and(needsOf(entry.getValue().value));
        }
        return needs;
    }

    private static Needs needsOf(@Nullable Object value) {
        Needs needs = Needs.NONE;
        if (value instanceof Spec<?> nested) {
            needs = nested.needs();
        } else if (value instanceof List<?> items) {
            for (Object item : items) {
                needs = needs.and(needsOf(item));
            }
        }
        return needs;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Spec<?> nested) {
            return nested.body().fields();
        } else if (value instanceof OpenValue word) {
            return word.value();
        } else if (value instanceof Instant time) {
            return time.toString();
        } else if (value instanceof List<?> items) {
            List<@Nullable Object> result = new ArrayList<>(items.size());
            items.forEach(item -> result.add(plain(item)));
            return result;
        } else if (value instanceof Map<?, ?> entries) {
            Map<String, @Nullable Object> result = new LinkedHashMap<>();
            entries.forEach((key, entry) -> result.put(String.valueOf(key), plain(entry)));
            return result;
        }
        return value;
    }

    private String name() {
        Class<?> outer = getClass().getEnclosingClass();
        return (outer == null ? "" : outer.getSimpleName() + ".") + getClass().getSimpleName();
    }

    @SuppressWarnings("unchecked") // S is the class itself
    private S self() {
        return (S) this;
    }

    /** What would be sent, secrets masked. */
    @Override
    public String toString() {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        touched.forEach((field, entry) -> shown.put(field, entry.value));
        beside.forEach((field, entry) -> shown.put(field, entry.value));
        return name() + shown;
    }
}
