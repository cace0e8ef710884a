package io.github.openstackjvm.internal.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import org.jspecify.annotations.Nullable;

/** The one JSON mapper, with limits against hostile answers and errors that quote nothing of the text. */
public final class Json {
    // An answer is at most 256 MiB; inside it a string of 50 MiB is the largest that has been met (heat's environments
    // and barbican's payloads stay far below), and no service nests deeper than a few dozen levels.
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(200)
            .maxStringLength(50 << 20)
            .build();

    static final ObjectMapper MAPPER = JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(LIMITS).build())
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.CAN_OVERRIDE_ACCESS_MODIFIERS)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            // Nova says "" for "no swap", "no config drive" and "no image", and other services do so, too.
            .withCoercionConfig(LogicalType.Integer, Json::emptyIsNull)
            .withCoercionConfig(LogicalType.Boolean, Json::emptyIsNull)
            .withCoercionConfig(LogicalType.POJO, Json::emptyIsNull)
            .addModule(new OpenStackModule())
            .build();

    private static final ObjectReader OBJECT = MAPPER.readerFor(new TypeReference<LinkedHashMap<String, Object>>() {});

    private Json() {}

    private static void emptyIsNull(MutableCoercionConfig config) {
        config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.AsNull);
    }

    /** The JSON text of maps, lists, strings, numbers, booleans and secrets, in UTF-8. Secrets are revealed in it. */
    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Cannot be written as JSON: " + value.getClass(), scrubbed(e));
        }
    }

    /**
     * Reads text that is one JSON object.
     *
     * @throws IOException when it is anything else; the message tells where, and quotes nothing of it
     */
    public static Map<String, Object> readObject(byte[] text) throws IOException {
        Map<String, Object> object;
        try {
            object = OBJECT.readValue(text);
        } catch (JsonProcessingException e) {
            throw scrubbed(e);
        }
        if (object == null) {
            throw new IOException("null instead of a JSON object");
        }
        return object;
    }

    /** Jackson's own messages quote the text, which may hold a password or a token. */
    private static IOException scrubbed(JsonProcessingException e) {
        @Nullable JsonLocation at = e.getLocation();
        return new IOException(
                at == null
                        ? "not a JSON object"
                        : "not a JSON object, see line " + at.getLineNr() + ", column " + at.getColumnNr());
    }
}
