package io.github.openstackjvm.testkit.objectstore;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A value with parameters behind it, as in {@code d41d8cd9; slo_etag=5d414}.
 *
 * @param head what stands before the first semicolon
 * @param values the parameters in their order, which may be changed
 */
record Parameters(String head, Map<String, String> values) {

    static Parameters parse(String text) {
        String[] parts = text.split(";", -1);
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            if (equals > 0) {
                String value = parts[i].substring(equals + 1).strip();
                values.put(parts[i].substring(0, equals).strip(), SwiftResponse.unquoted(value));
            }
        }
        return new Parameters(parts[0].strip(), values);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(head);
        values.forEach(
                (name, value) -> text.append("; ").append(name).append('=').append(value));
        return text.toString();
    }
}
