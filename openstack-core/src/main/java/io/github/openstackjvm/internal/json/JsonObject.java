package io.github.openstackjvm.internal.json;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A JSON object read leniently: a member that is missing, null or of another type than asked for is absent. For answers
 * of which every cloud sends its own variant.
 *
 * @param members as decoded
 */
public record JsonObject(Map<?, ?> members) {
    /** Without any member. */
    public static final JsonObject EMPTY = new JsonObject(Map.of());

    /**
     * Reads text that is one JSON object.
     *
     * @throws IOException when it is anything else
     */
    public static JsonObject read(byte[] text) throws IOException {
        return new JsonObject(Json.readObject(text));
    }

    /** Whether there is a member of this name, whatever it is. */
    public boolean has(String name) {
        return members.containsKey(name);
    }

    /** Whether there is no member at all. */
    public boolean isEmpty() {
        return members.isEmpty();
    }

    /** A member that is a string with something in it. */
    public Optional<String> text(String name) {
        return members.get(name) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    /** A member that is an object; an empty one when it is not. */
    public JsonObject object(String name) {
        return of(members.get(name));
    }

    /** The objects of a member that is a list. */
    public List<JsonObject> objects(String name) {
        return items(name).filter(Map.class::isInstance).map(JsonObject::of).toList();
    }

    /** The strings of a member that is a list. */
    public List<String> texts(String name) {
        return items(name)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    private Stream<?> items(String name) {
        return members.get(name) instanceof List<?> list ? list.stream() : Stream.empty();
    }

    private static JsonObject of(@Nullable Object any) {
        return any instanceof Map<?, ?> map ? new JsonObject(map) : EMPTY;
    }
}
