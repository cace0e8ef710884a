package io.github.openstackjvm.internal.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The one mapper of this library, and the few uses of it that need no model. */
public final class Json {
    private static final int DEPTH = 200;
    private static final int STRING = 64 << 20;

    /** Shared: a mapper is safe for any number of threads once it is configured. */
    static final ObjectMapper MAPPER = mapper();

    private Json() {}

    /** The mapper, for those who decode models. */
    public static ObjectMapper mapperOfModels() {
        return MAPPER;
    }

    /** The text of maps, lists, secrets and scalars, in UTF-8. */
    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * Reads a JSON object.
     *
     * @throws IOException when it is none; its message holds nothing of the text
     */
    public static Map<String, Object> readObject(byte[] text) throws IOException {
        try {
            return MAPPER.readerForMapOf(Object.class).readValue(text);
        } catch (JsonProcessingException e) {
            throw new IOException("not a JSON object: " + e.getClass().getSimpleName(), e);
        }
    }

    private static ObjectMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEPTH)
                        .maxStringLength(STRING)
                        .build())
                .build();
        return JsonMapper.builder(factory)
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(MapperFeature.CAN_OVERRIDE_ACCESS_MODIFIERS)
                .addModule(new OpenStackModule())
                // Nova says "" for "no swap", and several services do so for "no number".
                .withCoercionConfig(
                        LogicalType.Integer, config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.AsNull))
                .withConfigOverride(
                        List.class, override -> override.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
                .withConfigOverride(
                        Set.class, override -> override.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
                .withConfigOverride(
                        Map.class, override -> override.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
                .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS))
                .build();
    }
}
