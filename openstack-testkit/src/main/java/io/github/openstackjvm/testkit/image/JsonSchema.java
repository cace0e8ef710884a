package io.github.openstackjvm.testkit.image;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Python;
import io.github.openstackjvm.testkit.engine.Refusal;
import org.jspecify.annotations.Nullable;

/** A schema that is both shown to callers and held against what they send, refused in the words of Python's jsonschema. */
final class JsonSchema {
    private final String name;
    private final Map<String, Object> schema;

    JsonSchema(String name, Map<String, Object> schema) {
        this.name = name;
        this.schema = schema;
    }

    /** As it is shown. */
    Map<String, Object> document() {
        return schema;
    }

    /** Refuses what does not fit. */
    void check(@Nullable Object value) {
        check(schema, value, "schema", "instance");
    }

    private void check(Map<String, Object> given, @Nullable Object value, String where, String what) {
        Map<String, Object> rules = resolved(given);
        if (rules.get("allOf") instanceof List<?> parts) {
            for (int i = 0; i < parts.size(); i++) {
                check(Json.object(parts.get(i)), value, where + "['allOf'][" + i + "]", what);
            }
        }
        for (Map.Entry<String, Object> rule : rules.entrySet()) {
            String complaint = rule.getKey().equals("additionalProperties")
                    ? unexpected(rules, value)
                    : complaint(rule.getKey(), rule.getValue(), value);
            if (!complaint.isEmpty()) {
                throw refusal(complaint, rule.getKey(), where, rules, what, value);
            }
        }
        checkBelow(rules, value, where, what);
    }

    /** What a reference leads to. */
    private Map<String, Object> resolved(Map<String, Object> rules) {
        return rules.get("$ref") instanceof String path
                ? Json.object(Json.object(schema.get("definitions")).get(path.substring(path.lastIndexOf('/') + 1)))
                : rules;
    }

    private static String unexpected(Map<String, Object> rules, @Nullable Object value) {
        if (!Boolean.FALSE.equals(rules.get("additionalProperties")) || !(value instanceof Map<?, ?>)) {
            return "";
        }
        List<String> names = new ArrayList<>(Json.object(value).keySet());
        names.removeAll(Json.object(rules.get("properties")).keySet());
        return names.isEmpty()
                ? ""
                : "Additional properties are not allowed ("
                        + names.stream().map(Python::repr).collect(Collectors.joining(", "))
                        + (names.size() == 1 ? " was" : " were") + " unexpected)";
    }

    private void checkBelow(Map<String, Object> rules, @Nullable Object value, String where, String what) {
        if (value instanceof List<?> list && rules.get("items") instanceof Map<?, ?>) {
            for (int i = 0; i < list.size(); i++) {
                check(Json.object(rules.get("items")), list.get(i), where + "['items']", what + "[" + i + "]");
            }
        } else if (value instanceof Map<?, ?>) {
            Map<String, Object> properties = Json.object(rules.get("properties"));
            for (Map.Entry<String, Object> entry : Json.object(value).entrySet()) {
                String at = "[" + Python.repr(entry.getKey()) + "]";
                if (properties.containsKey(entry.getKey())) {
                    check(
                            Json.object(properties.get(entry.getKey())),
                            entry.getValue(),
                            where + "['properties']" + at,
                            what + at);
                } else if (rules.get("additionalProperties") instanceof Map<?, ?> others) {
                    check(Json.object(others), entry.getValue(), where + "['additionalProperties']", what + at);
                }
            }
        }
    }

    private static String complaint(String keyword, Object rule, @Nullable Object value) {
        return switch (keyword) {
            case "type" ->
                types(rule).stream().anyMatch(type -> is(type, value))
                        ? ""
                        : Python.repr(value) + " is not of type "
                                + types(rule).stream().map(Python::repr).collect(Collectors.joining(", "));
            case "enum" ->
                ((List<?>) rule).contains(value) ? "" : Python.repr(value) + " is not one of " + Python.repr(rule);
            case "maxLength" ->
                value instanceof String text && text.length() > (int) rule ? Python.repr(text) + " is too long" : "";
            case "pattern" ->
                value instanceof String text
                                && !Pattern.compile((String) rule).matcher(text).find()
                        ? Python.repr(text) + " does not match " + Python.repr(rule)
                        : "";
            case "required" -> value instanceof Map<?, ?> map ? missing((List<?>) rule, map) : "";
            case "minimum" ->
                value instanceof Number number && number.doubleValue() < ((Number) rule).doubleValue()
                        ? Python.repr(value) + " is less than the minimum of " + Python.repr(rule)
                        : "";
            case "uniqueItems" ->
                Boolean.TRUE.equals(rule) && value instanceof List<?> list && new HashSet<>(list).size() < list.size()
                        ? Python.repr(value) + " has non-unique elements"
                        : "";
            default -> "";
        };
    }

    private static String missing(List<?> required, Map<?, ?> map) {
        return required.stream()
                .filter(name -> !map.containsKey(name))
                .findFirst()
                .map(name -> Python.repr(name) + " is a required property")
                .orElse("");
    }

    private static List<String> types(Object rule) {
        List<String> types = new ArrayList<>();
        if (rule instanceof List<?> list) {
            list.forEach(type -> types.add(String.valueOf(type)));
        } else {
            types.add(String.valueOf(rule));
        }
        return types;
    }

    private static boolean is(String type, @Nullable Object value) {
        return switch (type) {
            case "null" -> value == null;
            case "string" -> value instanceof String;
            case "boolean" -> value instanceof Boolean;
            case "integer" -> value instanceof Integer || value instanceof Long;
            case "number" -> value instanceof Number;
            case "array" -> value instanceof List<?>;
            default -> value instanceof Map<?, ?>;
        };
    }

    private Refusal refusal(
            String complaint,
            String keyword,
            String where,
            Map<String, Object> rules,
            String what,
            @Nullable Object value) {
        return Refusal.badRequest("Provided object does not match schema '" + name + "': " + complaint
                + "\n\nFailed validating " + Python.repr(keyword) + " in " + where + ":\n" + indented(rules) + "\n\nOn "
                + what + ":\n" + indented(value));
    }

    private static String indented(@Nullable Object value) {
        return Pretty.of(value).lines().map(line -> "    " + line).collect(Collectors.joining("\n"));
    }
}
