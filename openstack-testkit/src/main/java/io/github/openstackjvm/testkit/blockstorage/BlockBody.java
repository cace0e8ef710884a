package io.github.openstackjvm.testkit.blockstorage;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Python;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Schema;
import org.jspecify.annotations.Nullable;

/** What Cinder takes in bodies, and how it refuses the rest. */
final class BlockBody {
    private static final int LONGEST = 255;
    private static final int MAX = Integer.MAX_VALUE;
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{32}");
    private static final String KEY = "^[a-zA-Z0-9-_:. /]{1,255}$";

    /** Any value. */
    static final Schema ANY = (path, value) -> null;

    /** A text of any length. */
    static final Schema TEXT = Schema.text(0, MAX);

    /** A text of 255 letters at most, or null. */
    static final Schema SHORT_OR_NULL = (path, value) -> value == null
            ? null
            : value instanceof String
                    ? Schema.text(0, LONGEST).check(path, value)
                    : wrong(path, value, "string", "null");

    /** A name or nothing; its length is told in the words of another library. */
    static final Schema NAME = free("name");

    /** The same for a description. */
    static final Schema DESCRIPTION = free("description");

    /** A name that must be there. */
    static final Schema REQUIRED_NAME = (path, value) -> {
        Schema.Violation violation = Schema.text(1, LONGEST).check(path, value);
        if (violation == null && String.valueOf(value).isBlank()) {
            throw Refusal.badRequest("An invalid 'name' value was provided. The 'name' can not be empty.");
        }
        return violation;
    };

    /** A UUID. */
    static final Schema UUID = (path, value) -> !(value instanceof String)
            ? wrong(path, value, "string")
            : isUuid(value) ? null : new Schema.Violation(path, value, Python.repr(value) + " is not a 'uuid'");

    /** A UUID or null. */
    static final Schema UUID_OR_NULL = either(UUID);

    /** True or false in any of the forms Cinder takes. */
    static final Schema FLAG = (path, value) -> value instanceof Boolean || value instanceof String
            ? Schema.oneOf(
                            true, "True", "TRUE", "true", "1", "ON", "On", "on", "YES", "Yes", "yes", "y", "t", false,
                            "False", "FALSE", "false", "0", "OFF", "Off", "off", "NO", "No", "no", "n", "f")
                    .check(path, value)
            : wrong(path, value, "boolean", "string");

    /** The same, or null. */
    static final Schema FLAG_OR_NULL = either(FLAG);

    /** Key-value pairs. */
    static final Schema PAIRS = Schema.object().others(KEY, Schema.text(0, LONGEST));

    /** Key-value pairs or null. */
    static final Schema PAIRS_OR_NULL = orNull(PAIRS, "object");

    /** A size in GiB. */
    static final Schema SIZE = Schema.integer(1, MAX);

    /** A size in GiB or null. */
    static final Schema SIZE_OR_NULL = (path, value) -> value == null
            ? null
            : value instanceof String || value instanceof Integer || value instanceof Long
                    ? SIZE.check(path, value)
                    : wrong(path, value, "integer", "string", "null");

    /** An availability zone or null. */
    static final Schema ZONE = (path, value) -> value == null
            ? null
            : value instanceof String
                    ? Schema.text(1, LONGEST).check(path, value)
                    : wrong(path, value, "string", "null");

    private BlockBody() {}

    /** The object under this key, once the body is as it must be. */
    static Map<String, Object> of(Call call, String key, Schema schema) {
        return Json.object(whole(call, Schema.object().required(key, schema)).get(key));
    }

    /** The body, once it is as it must be. */
    static Map<String, Object> whole(Call call, Schema schema) {
        Object body = json(call);
        check(schema, body);
        return Json.object(body);
    }

    /** Refuses what is not as it must be. */
    static void check(Schema schema, @Nullable Object body) {
        Schema.Violation violation = schema.check(List.of(), body);
        if (violation != null) {
            List<String> path = violation.path();
            throw Refusal.badRequest(
                    path.isEmpty()
                            ? violation.message()
                            : "Invalid input for field/attribute " + path.get(path.size() - 1) + ". Value: "
                                    + Python.str(violation.value()) + ". " + violation.message());
        }
    }

    /** The body of an action: an object of one name, which is the action's. */
    static Map<String, Object> action(Call call) {
        if (call.request().body().length() == 0) {
            throw noAction("None");
        }
        Map<String, Object> body = Json.object(json(call));
        if (body.size() != 1) {
            throw Refusal.badRequest("Malformed request body");
        }
        return body;
    }

    /** What is said of an action that is not known. */
    static Refusal noAction(Map<String, Object> body) {
        return noAction(body.keySet().iterator().next());
    }

    private static Refusal noAction(String name) {
        return Refusal.badRequest("There is no such action: " + name
                + ". Verify the request body and Content-Type header and try again.");
    }

    /** The body as it came. */
    static @Nullable Object json(Call call) {
        if (call.request().body().length() == 0) {
            throw new Refusal(
                    500, "The server has either erred or is incapable of performing the requested operation.");
        }
        if (!call.header("Content-Type").orElse("application/json").startsWith("application/json")) {
            throw new Refusal(415, "Unsupported Content-Type");
        }
        try {
            return call.json();
        } catch (JsonProcessingException e) {
            throw Refusal.badRequest("Malformed request body");
        }
    }

    /** Whether Python takes it for a UUID: 32 hexadecimal digits, wherever there are dashes. */
    static boolean isUuid(@Nullable Object value) {
        return value instanceof String text
                && UUID_FORM
                        .matcher(text.toLowerCase(Locale.ROOT).replace("-", ""))
                        .matches();
    }

    /** The value under either name: the second is the older one. */
    static @Nullable Object either(Map<String, Object> wanted, String name, String older) {
        return wanted.containsKey(name) ? wanted.get(name) : wanted.get(older);
    }

    /** What stands below the action's name, once it is as it must be. */
    static Map<String, Object> argument(Map<String, Object> body, Schema schema) {
        String name = body.keySet().iterator().next();
        check(Schema.object().required(name, schema), body);
        return Json.object(body.get(name));
    }

    /** A text without blanks at its ends; null stays. */
    static @Nullable String stripped(@Nullable Object text) {
        return text == null ? null : text.toString().strip();
    }

    /** What satisfies the schema, or null; who satisfies neither is told so. */
    static Schema either(Schema schema) {
        return (path, value) -> value == null || schema.check(path, value) == null
                ? null
                : new Schema.Violation(
                        path, value, Python.repr(value) + " is not valid under any of the given schemas");
    }

    /** An object that changes something; who changes nothing is told what cannot be understood. */
    static Schema notEmpty(Schema schema) {
        return (path, value) -> {
            Schema.Violation violation = schema.check(path, value);
            return violation != null || !Map.of().equals(value)
                    ? violation
                    : new Schema.Violation(
                            path, value, Python.repr(value) + " is not valid under any of the given schemas");
        };
    }

    /** One of these statuses, in capitals or not; complained about in Cinder's words. */
    static Schema status(String what, List<String> words) {
        return (path, value) -> {
            if (!(value instanceof String)) {
                return wrong(path, value, "string");
            }
            if (!words.contains(value.toString().toLowerCase(Locale.ROOT))) {
                String list = Python.repr(words);
                // A tuple, where it is not a list of two.
                String shown = words.size() == 2 ? list : "(" + list.substring(1, list.length() - 1) + ")";
                throw Refusal.badRequest(what + ": " + value + " is invalid, valid statuses are: " + shown + ".");
            }
            return null;
        };
    }

    /** One of these texts. */
    static Schema words(Object... words) {
        return (path, value) ->
                value instanceof String ? Schema.oneOf(words).check(path, value) : wrong(path, value, "string");
    }

    private static Schema orNull(Schema schema, String type) {
        return (path, value) -> value == null
                ? null
                : value instanceof Map ? schema.check(path, value) : wrong(path, value, type, "null");
    }

    private static Schema free(String what) {
        return (path, value) -> {
            if (value == null) {
                return null;
            }
            if (!(value instanceof String text)) {
                return wrong(path, value, "string", "null");
            }
            int length = text.strip().length();
            if (length > LONGEST) {
                throw Refusal.badRequest(
                        "Invalid input received: " + what + " has " + length + " characters, more than 255.");
            }
            return null;
        };
    }

    /** The complaint about a value of another type. */
    static Schema.Violation wrong(List<String> path, @Nullable Object value, String... types) {
        StringBuilder names = new StringBuilder();
        for (String type : types) {
            names.append(names.length() == 0 ? "" : ", ").append(Python.repr(type));
        }
        return new Schema.Violation(path, value, Python.repr(value) + " is not of type " + names);
    }
}
