package io.github.openstackjvm.internal.http;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;

/** Reads as much of a JSON text as there is: an error body may be cut off anywhere. */
final class LenientTree {
    private static final int DEEPEST = 60;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build());
    }

    private LenientTree() {}

    /** The tree up to where the text ends or stops being JSON; a missing node when it does not even begin so. */
    static JsonNode read(String text) {
        try (JsonParser parser = MAPPER.createParser(text);
                TokenBuffer buffer = new TokenBuffer(MAPPER, false)) {
            copy(parser, buffer);
            JsonNode tree = MAPPER.readTree(buffer.asParser());
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private static void copy(JsonParser parser, TokenBuffer buffer) throws IOException {
        int depth = 0;
        boolean named = false;
        try {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                buffer.copyCurrentEvent(parser);
                named = token == JsonToken.FIELD_NAME;
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth == 0) {
                    return;
                }
            }
        } catch (IOException e) {
            // Cut off, or too deep: what was read so far is all there is.
            close(buffer, named);
            return;
        }
        close(buffer, named);
    }

    private static void close(TokenBuffer buffer, boolean named) throws IOException {
        if (named) {
            buffer.writeNull();
        }
        while (buffer.getOutputContext().getParent() != null) {
            if (buffer.getOutputContext().inArray()) {
                buffer.writeEndArray();
            } else {
                buffer.writeEndObject();
            }
        }
    }
}
