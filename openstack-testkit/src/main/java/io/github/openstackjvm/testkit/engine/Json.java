package io.github.openstackjvm.testkit.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.openstackjvm.testkit.FakeBody;
import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.transport.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** JSON as plain maps, lists, texts, numbers, booleans and nulls. */
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** A map of alternating names and values, in their order; values may be null. */
    public static Map<String, Object> map(@Nullable Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            put(map, String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return map;
    }

    /** Sets a value which may be null: JSON has nulls, and so do the maps here. */
    @SuppressWarnings("NullAway")
    public static void put(Map<String, Object> map, String name, @Nullable Object value) {
        map.put(name, value);
    }

    /** An answer of this status with a JSON body. */
    public static FakeResponse reply(int status, Object body) {
        return new FakeResponse(status, HttpHeaders.of("Content-Type", "application/json"), FakeBody.of(bytes(body)));
    }

    /** Reads JSON. */
    public static @Nullable Object read(byte[] json) throws JsonProcessingException {
        try {
            return MAPPER.readValue(json, Object.class);
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes JSON. */
    public static byte[] bytes(@Nullable Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The value as an object, or an empty one when it is something else. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> object(@Nullable Object value) {
        return value instanceof Map ? (Map<String, Object>) value : Map.of();
    }
}
