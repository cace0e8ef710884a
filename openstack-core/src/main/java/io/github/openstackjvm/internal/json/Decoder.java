package io.github.openstackjvm.internal.json;

import java.io.IOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.openstackjvm.resource.Page;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes one type. A field of a wrong type does not lose the rest: it becomes null, and what came is kept among the extras
 * under its name with {@code " (unreadable)"} behind it.
 *
 * @param <T> what is decoded
 */
public final class Decoder<T> {
    private static final Logger LOG = LoggerFactory.getLogger("openstack.json");

    /** With more broken fields than this it is not the object that was expected. */
    private static final int BROKEN_FIELDS = 50;

    private final ObjectReader reader;

    /** For this type. */
    public Decoder(Type type) {
        // A value is read in the midst of a text, so what follows it is no error of the value; see end().
        this.reader = Json.MAPPER
                .readerFor(Json.MAPPER.constructType(type))
                .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /**
     * What stands under this key, or the whole text when the key is empty.
     *
     * @throws IOException when it is not there or cannot be read
     */
    public T one(String key, byte[] text) throws IOException {
        try {
            return object(key, text);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    private T object(String key, byte[] text) throws IOException {
        try (JsonParser parser = Json.MAPPER.getFactory().createParser(text)) {
            parser.nextToken();
            if (!key.isEmpty()) {
                enter(parser, key);
            }
            T value = required(reader.readValue(parser), key);
            if (!key.isEmpty()) {
                leave(parser);
            }
            end(parser);
            return value;
        } catch (JsonMappingException e) {
            again(e);
            JsonNode root = Json.MAPPER.readTree(text);
            return lenient(key.isEmpty() ? root : root.path(key));
        }
    }

    /** The items of the list under this key; where each has a key around it, that is taken off. */
    public Page<T> page(String key, String itemKey, byte[] text) throws IOException {
        try {
            return list(key, itemKey, text);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    private Page<T> list(String key, String itemKey, byte[] text) throws IOException {
        try {
            return streamed(key, itemKey, text);
        } catch (JsonMappingException e) {
            again(e);
            return tolerant(key, itemKey, text);
        }
    }

    /** Said aloud, because it costs several times as much: a sound answer must never come here. */
    private static void again(JsonMappingException problem) {
        LOG.debug("An answer is read again, field by field: {}", problem.getPathReference());
    }

    private Page<T> streamed(String key, String itemKey, byte[] text) throws IOException {
        List<T> items = null;
        String next = null;
        try (JsonParser parser = Json.MAPPER.getFactory().createParser(text)) {
            JsonToken first = parser.nextToken();
            if (key.isEmpty()) {
                Page<T> page = new Page<>(items(parser, itemKey), null);
                end(parser);
                return page;
            } else if (first != JsonToken.START_OBJECT) {
                throw unexpected("an object", first);
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals(key)) {
                    items = items(parser, itemKey);
                } else if (Links.mayHold(name, key)) {
                    String link = Links.next(parser.<JsonNode>readValueAsTree());
                    next = link == null ? next : link;
                } else {
                    parser.skipChildren();
                }
            }
            end(parser);
        }
        if (items == null) {
            throw missing(key);
        }
        return new Page<>(items, next);
    }

    private List<T> items(JsonParser parser, String itemKey) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw unexpected("a list", parser.currentToken());
        }
        List<T> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (itemKey.isEmpty()) {
                items.add(required(reader.readValue(parser), ""));
            } else {
                enter(parser, itemKey);
                items.add(required(reader.readValue(parser), itemKey));
                leave(parser);
            }
        }
        return items;
    }

    private Page<T> tolerant(String key, String itemKey, byte[] text) throws IOException {
        JsonNode root = Json.MAPPER.readTree(text);
        JsonNode list = key.isEmpty() ? root : root.path(key);
        if (!list.isArray()) {
            throw missing(key);
        }
        List<T> items = new ArrayList<>(list.size());
        for (JsonNode item : list) {
            items.add(lenient(itemKey.isEmpty() ? item : item.path(itemKey)));
        }
        String next = null;
        for (String name : Links.names(key)) {
            String link = Links.next(root.path(name));
            next = link == null ? next : link;
        }
        return new Page<>(items, next);
    }

    /** Sets aside one unreadable field after the other until the rest can be read. */
    private T lenient(JsonNode node) throws IOException {
        for (int broken = 0; broken < BROKEN_FIELDS; broken++) {
            try {
                return required(reader.readValue(node), "");
            } catch (JsonMappingException e) {
                if (!(node instanceof ObjectNode object) || !setAside(object, e)) {
                    throw e;
                }
            }
        }
        throw new IOException("more than " + BROKEN_FIELDS + " fields cannot be read");
    }

    private static boolean setAside(ObjectNode object, JsonMappingException problem) {
        String field =
                problem.getPath().isEmpty() ? null : problem.getPath().get(0).getFieldName();
        JsonNode value = field == null ? null : object.remove(field);
        if (value == null) {
            return false;
        }
        LOG.warn("The field '{}' has an unexpected form; it is kept among the extras", field);
        object.set(field + " (unreadable)", value);
        return true;
    }

    /** Moves from an object's start to the value of this key. */
    private static void enter(JsonParser parser, String key) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw unexpected("an object", parser.currentToken());
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean found = parser.currentName().equals(key);
            parser.nextToken();
            if (found) {
                return;
            }
            parser.skipChildren();
        }
        throw missing(key);
    }

    /** Moves from the end of a value to the end of the object around it. */
    private static void leave(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            parser.nextToken();
            parser.skipChildren();
        }
    }

    private static void end(JsonParser parser) throws IOException {
        JsonToken more = parser.nextToken();
        if (more != null) {
            throw unexpected("the end", more);
        }
    }

    private static <V> V required(@Nullable V value, String key) throws IOException {
        if (value == null) {
            throw missing(key);
        }
        return value;
    }

    /** Jackson's own messages quote the text, which may hold a private key. */
    private static IOException unreadable(JsonProcessingException e) {
        if (e.getCause() instanceof IllegalAccessException) {
            return new IOException("the type it is read as must be public");
        }
        @Nullable JsonLocation at = e.getLocation();
        return new IOException(
                e instanceof JsonMappingException || at == null
                        ? "its JSON has another form than was expected"
                        : "it is not JSON, see line " + at.getLineNr() + ", column " + at.getColumnNr());
    }

    private static IOException missing(String key) {
        return new IOException(key.isEmpty() ? "the answer is null" : "the answer lacks '" + key + "'");
    }

    private static IOException unexpected(String expected, @Nullable JsonToken came) {
        return new IOException(expected + " was expected, not " + (came == null ? "nothing" : came));
    }
}
