package io.github.openstackjvm.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackjvm.transport.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** Finds the service's own words in an answer, whichever of the dialects it speaks. Never fails, whatever comes. */
final class FaultReader {
    static final int LONGEST_BODY = 64 * 1024;
    private static final int LONGEST_MESSAGE = 1000;
    private static final int LONGEST_ID = 200;
    private static final int DEEPEST = 6;
    private static final int MOST_SEGMENTS = 5;

    /**
     * Members that hold words, the best first. {@code error_message}: Ironic, Magnum, Aodh, as text, object or JSON in a
     * string. {@code NeutronError}: text or object. {@code errors}: Placement, Magnum. {@code error}: Keystone, and Heat,
     * whose {@code explanation} only repeats the status. {@code faultstring}: everything on WSME, as Octavia.
     * {@code description}: Barbican, Zaqar, and Gnocchi, there an object with a {@code cause}.
     */
    private static final List<String> WORDS = List.of(
            "error_message",
            "NeutronError",
            "errors",
            "error",
            "message",
            "faultstring",
            "error_description",
            "detail",
            "description",
            "cause",
            "reason",
            "explanation",
            "title");

    /** Members that name the failure, the best first. */
    private static final List<String> TYPES = List.of("type", "code", "error_code", "error_name", "faultcode");

    private static final Pattern WRAPPER = Pattern.compile("[a-z]+[A-Za-z]+");
    private static final Pattern MARKED_BREAK = Pattern.compile("<br ?/?>", Pattern.CASE_INSENSITIVE);
    private static final Pattern SCHEMA = Pattern.compile(" Failed validating ");
    private static final Pattern SPACE = Pattern.compile("[\\s\\x00]+");
    private static final Pattern BINARY = Pattern.compile("[\\x00-\\x08\\x0e-\\x1a\\x1c-\\x1f\\ufffd]");

    private FaultReader() {}

    static Fault read(int status, HttpHeaders headers, byte[] bytes) {
        String body = Redaction.text(text(bytes));
        String head = body.stripLeading();
        Found found = Found.NOTHING;
        JsonNode tree = null;
        if (head.startsWith("{") || head.startsWith("[") || head.startsWith("\"")) {
            tree = LenientTree.read(head);
            found = find(tree, DEEPEST);
        } else if (head.startsWith("<")) {
            found = new Found(HtmlText.of(head), null);
        }
        if (found.words == null && found.type == null && !BINARY.matcher(body).find()) {
            found = new Found(body, null);
        }
        // A redirect's page or a list of versions is no fault, and the words of neither help.
        String message = status < 400 ? null : message(status, found.words);
        return new Fault(message, found.type, requestId(headers, tree), body);
    }

    private record Found(@Nullable String words, @Nullable String type) {
        static final Found NOTHING = new Found(null, null);

        Found orType(@Nullable String other) {
            return type == null && other != null ? new Found(words, other) : this;
        }
    }

    private static Found find(JsonNode node, int depth) {
        if (depth == 0 || !(node.isContainerNode() || node.isTextual())) {
            return Found.NOTHING;
        }
        if (node.isTextual()) {
            return inText(node.textValue(), depth);
        }
        return node.isArray() ? inArray(node, depth) : inObject(node, depth);
    }

    private static Found inText(String text, int depth) {
        Found inner = text.startsWith("{") ? find(LenientTree.read(text), depth - 1) : Found.NOTHING;
        return inner.words != null ? inner : new Found(text.isBlank() ? null : text, null);
    }

    /** Placement puts a general sentence and an empty line before the words that matter. */
    private static Found inArray(JsonNode array, int depth) {
        StringJoiner words = new StringJoiner("; ");
        String type = null;
        for (int i = 0; i < Math.min(array.size(), 3); i++) {
            Found each = find(array.get(i), depth - 1);
            if (each.words != null) {
                String[] parts = each.words.split("\n\n", 2);
                words.add(parts.length == 2 && !parts[1].isBlank() ? parts[1].strip() : parts[0].strip());
                type = type == null ? each.type : type;
            }
        }
        return words.length() == 0 ? Found.NOTHING : new Found(words.toString(), type);
    }

    /** Swift says of each segment of a large object what is wrong: {@code [["/c/1", "Etag Mismatch"], …]}. */
    private static String ofSegments(JsonNode segments) {
        StringJoiner words = new StringJoiner("; ");
        for (int i = 0; i < Math.min(segments.size(), MOST_SEGMENTS); i++) {
            JsonNode segment = segments.get(i);
            words.add(segment.path(0).asText() + ": " + segment.path(1).asText());
        }
        if (segments.size() > MOST_SEGMENTS) {
            words.add("and " + (segments.size() - MOST_SEGMENTS) + " more");
        }
        return words.toString();
    }

    private static Found inObject(JsonNode object, int depth) {
        JsonNode segments = object.path("Errors");
        if (segments.isArray() && !segments.isEmpty()) {
            return new Found(ofSegments(segments), null);
        }
        String type = type(object);
        for (String name : WORDS) {
            Found inner = find(object.path(name), depth - 1);
            if (inner.words != null) {
                return withDetail(name, inner, object).orType(type);
            }
        }
        // Nova, Cinder, Manila, Trove: {"itemNotFound": {"message": …}}, where the name is the type.
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            Found inner = member.getValue().isObject() ? find(member.getValue(), depth - 1) : Found.NOTHING;
            if (inner.words != null) {
                return inner.orType(WRAPPER.matcher(member.getKey()).matches() ? member.getKey() : type);
            }
        }
        return new Found(null, type);
    }

    /** Neutron keeps the reason there now and then; WSME keeps a stack trace elsewhere. */
    private static Found withDetail(String name, Found found, JsonNode object) {
        String detail = object.path("detail").asText("");
        return !name.equals("message") || detail.isBlank() ? found : new Found(found.words + " " + detail, found.type);
    }

    private static @Nullable String type(JsonNode object) {
        for (String name : TYPES) {
            if (object.path(name).isTextual()) {
                return object.path(name).textValue();
            }
        }
        return null;
    }

    private static @Nullable String requestId(HttpHeaders headers, @Nullable JsonNode tree) {
        Optional<String> named = RequestIds.of(headers);
        if (named.isPresent()) {
            return shortened(named.get(), LONGEST_ID);
        }
        JsonNode id = tree == null ? null : tree.findValue("request_id");
        return id == null || !id.isTextual() || id.textValue().isBlank() ? null : shortened(id.textValue(), LONGEST_ID);
    }

    /** On one line, without the status that stands before it anyway and without a dump of the violated schema. */
    private static @Nullable String message(int status, @Nullable String words) {
        if (words == null) {
            return null;
        }
        // Glance's JSON is a page in which only the frame is missing.
        String plain = MARKED_BREAK.matcher(words).replaceAll(" ");
        String line = SCHEMA.split(SPACE.matcher(plain).replaceAll(" "), 2)[0].strip();
        int colon = line.indexOf(": ");
        if (line.startsWith(status + " ") && colon > 0 && colon < 40) {
            line = line.substring(colon + 2);
        }
        return line.isEmpty() ? null : shortened(Redaction.text(line), LONGEST_MESSAGE);
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    /** As UTF-8, and without half a character at the end of a body that was cut. */
    private static String text(byte[] bytes) {
        String text = new String(bytes, 0, Math.min(bytes.length, LONGEST_BODY), StandardCharsets.UTF_8);
        int from = text.startsWith("\ufeff") ? 1 : 0;
        int to = text.length() > from && text.endsWith("\ufffd") ? text.length() - 1 : text.length();
        return text.substring(from, to);
    }
}
