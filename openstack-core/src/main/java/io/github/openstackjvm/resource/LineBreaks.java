package io.github.openstackjvm.resource;

import java.util.Map;

import io.github.openstackjvm.error.InvalidSpec;
import org.jspecify.annotations.Nullable;

/**
 * Names and metadata are of one line: they come back in logs, headers and addresses of programs that may not be as careful,
 * and would begin another line there.
 */
final class LineBreaks {
    private LineBreaks() {}

    /** Of the fields of a specification: of its name, of the keys of all pairs, and of metadata the values, too. */
    static void refuse(String field, @Nullable Object value, String where) {
        if (value instanceof Map<?, ?> pairs) {
            pairs.forEach((key, each) -> {
                refuse(String.valueOf(key), "A key among '" + field + "' of " + where);
                if (field.equals("metadata") && each instanceof String text) {
                    refuse(text, "The value of '" + key + "' among '" + field + "' of " + where);
                }
            });
        } else if (field.equals("name") && value instanceof String name) {
            refuse(name, "The name given to " + where);
        }
    }

    /** Of pairs, keys and values. */
    static Map<String, String> refuse(Map<String, String> pairs) {
        pairs.forEach((key, value) -> {
            refuse(key, "A key");
            refuse(value, "The value of '" + key + "'");
        });
        return pairs;
    }

    private static void refuse(@Nullable String text, String what) {
        if (text != null && (text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0)) {
            throw new InvalidSpec(what + " holds a line break, which would begin another line in logs and headers:"
                    + " leave it out, or encode it, such as in Base64");
        }
    }
}
