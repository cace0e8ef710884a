package io.github.openstackjvm.internal.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.github.openstackjvm.resource.Secret;
import org.jspecify.annotations.Nullable;

/** The one JSON mapper, with limits against hostile answers and errors that quote nothing of the text. */
public final class Json {
    // An answer is at most 256 MiB; inside it a string of 50 MiB is the largest that has been met (heat's environments
    // and barbican's payloads stay far below), and no service nests deeper than a few dozen levels.
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(200)
            .maxStringLength(50 << 20)
            .build();

    private static final ObjectMapper MAPPER = JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(LIMITS).build())
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .addModule(new SimpleModule("openstack").addSerializer(Secret.class, new SecretWriter()))
            .build();

    private static final ObjectReader OBJECT = MAPPER.readerFor(new TypeReference<LinkedHashMap<String, Object>>() {});

    private Json() {}

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

    private static final class SecretWriter extends JsonSerializer<Secret> {
        @Override
        public void serialize(Secret secret, JsonGenerator out, SerializerProvider ignored) throws IOException {
            out.writeString(secret.reveal());
        }
    }
}
