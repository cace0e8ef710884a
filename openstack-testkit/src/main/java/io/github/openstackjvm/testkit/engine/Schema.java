package io.github.openstackjvm.testkit.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** What a body must look like. Violations are told in the words of Python's jsonschema, which Nova and others pass on. */
@FunctionalInterface
public interface Schema {

    /**
     * The first thing that is wrong.
     *
     * @param path names on the way to the value; empty for the body itself
     * @param value what was sent
     * @param message what is wrong with it
     */
    record Violation(List<String> path, @Nullable Object value, String message) {}

    /** The first violation, or null. */
    @Nullable
    Violation check(List<String> path, @Nullable Object value);

    /** An object; properties are added to it. Others are refused. */
    static ObjectSchema object() {
        return new ObjectSchema();
    }

    /** A text of a length between these two. */
    static Schema text(int min, int max) {
        return (path, value) -> {
            if (!(value instanceof String text)) {
                return wrongType(path, value, "string");
            }
            String what = text.length() < min ? " is too short" : text.length() > max ? " is too long" : "";
            return what.isEmpty() ? null : new Violation(path, value, Python.repr(value) + what);
        };
    }

    /** A text or null. */
    static Schema textOrNull(int max) {
        return (path, value) -> value == null
                ? null
                : value instanceof String ? text(0, max).check(path, value) : wrongType(path, value, "string", "null");
    }

    /** A whole number, or a text of digits, between these two. */
    static Schema integer(long min, long max) {
        return number("^[0-9]+$", "integer", value -> {
            long number = Long.parseLong(String.valueOf(value));
            return number < min
                    ? " is less than the minimum of " + min
                    : number > max ? " is greater than the maximum of " + max : "";
        });
    }

    /** A number, or a text that looks like one, above zero and not above a limit. */
    static Schema positive(double max) {
        return number("^[0-9]+(\\.[0-9]+)?$", "number", value -> {
            double number = Double.parseDouble(String.valueOf(value));
            return number <= 0
                    ? " is less than or equal to the minimum of 0"
                    : number > max ? " is greater than the maximum of " + Python.repr(max) : "";
        });
    }

    /** One of these values. */
    static Schema oneOf(Object... values) {
        List<Object> allowed = Arrays.asList(values);
        return (path, value) -> allowed.contains(value)
                ? null
                : new Violation(path, value, Python.repr(value) + " is not one of " + Python.repr(allowed));
    }

    /** True or false in any of the forms Nova takes. */
    static Schema flag() {
        Schema words = oneOf(
                true, "True", "TRUE", "true", "1", "ON", "On", "on", "YES", "Yes", "yes", false, "False", "FALSE",
                "false", "0", "OFF", "Off", "off", "NO", "No", "no");
        return (path, value) -> value instanceof Boolean || value instanceof String
                ? words.check(path, value)
                : wrongType(path, value, "boolean", "string");
    }

    /** What also satisfies this test, which gives the complaint or an empty text. */
    default Schema and(Function<Object, String> test) {
        return (path, value) -> {
            Violation violation = check(path, value);
            if (violation != null || value == null) {
                return violation;
            }
            String complaint = test.apply(value);
            return complaint.isEmpty() ? null : new Violation(path, value, complaint);
        };
    }

    /** A text that also matches this expression. */
    default Schema matching(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return and(
                value -> value instanceof String text && !pattern.matcher(text).find()
                        ? Python.repr(value) + " does not match " + Python.repr(regex)
                        : "");
    }

    private static Schema number(String regex, String type, Function<Object, String> range) {
        Pattern pattern = Pattern.compile(regex);
        return (path, value) -> {
            boolean whole = value instanceof Integer || value instanceof Long;
            if (!(value instanceof String) && !whole && !(value instanceof Number && type.equals("number"))) {
                return wrongType(path, value, type, "string");
            }
            if (value instanceof String text && !pattern.matcher(text).matches()) {
                return new Violation(path, value, Python.repr(value) + " does not match " + Python.repr(regex));
            }
            String complaint = range.apply(value);
            return complaint.isEmpty() ? null : new Violation(path, value, whole(value) + complaint);
        };
    }

    /** As Python compares it: a text, too, as the number that it is, and a number without what is behind the point. */
    static String whole(@Nullable Object value) {
        try {
            BigDecimal number =
                    value instanceof Double fraction ? new BigDecimal(fraction) : new BigDecimal(String.valueOf(value));
            return number.toBigInteger().toString();
        } catch (NumberFormatException e) {
            return Python.repr(value);
        }
    }

    private static Violation wrongType(List<String> path, @Nullable Object value, String... types) {
        return new Violation(
                path,
                value,
                Python.repr(value) + " is not of type "
                        + Arrays.stream(types).map(Python::repr).collect(Collectors.joining(", ")));
    }

    /** An object with named properties. */
    final class ObjectSchema implements Schema {
        private final Map<String, Schema> properties = new LinkedHashMap<>();
        private final List<String> required = new ArrayList<>();
        private @Nullable String names;
        private @Nullable Schema values;
        private int min;
        private int max = Integer.MAX_VALUE;

        private ObjectSchema() {}

        /** A property which must be there. */
        public ObjectSchema required(String name, Schema schema) {
            required.add(name);
            return optional(name, schema);
        }

        /** A property which may be there. */
        public ObjectSchema optional(String name, Schema schema) {
            properties.put(name, schema);
            return this;
        }

        /** Further properties, whose names match this expression. */
        public ObjectSchema others(String nameRegex, Schema schema) {
            names = nameRegex;
            values = schema;
            return this;
        }

        /** How many properties there may be. */
        public ObjectSchema size(int atLeast, int atMost) {
            min = atLeast;
            max = atMost;
            return this;
        }

        @Override
        public @Nullable Violation check(List<String> path, @Nullable Object value) {
            if (!(value instanceof Map)) {
                return wrongType(path, value, "object");
            }
            Map<String, Object> object = Json.object(value);
            Violation violation = checkProperties(path, object);
            if (violation != null) {
                return violation;
            }
            for (String name : required) {
                if (!object.containsKey(name)) {
                    return new Violation(path, value, Python.repr(name) + " is a required property");
                }
            }
            return checkOthers(path, object);
        }

        // Known properties in the order of the schema, then the others in the order they came: as jsonschema does.
        private @Nullable Violation checkProperties(List<String> path, Map<String, Object> object) {
            Map<String, Schema> schemas = new LinkedHashMap<>(properties);
            if (names != null && values != null) {
                for (String name : object.keySet()) {
                    if (!properties.containsKey(name) && Pattern.matches(names, name)) {
                        schemas.put(name, values);
                    }
                }
            }
            for (Map.Entry<String, Schema> property : schemas.entrySet()) {
                String name = property.getKey();
                Violation violation =
                        object.containsKey(name) ? property.getValue().check(plus(path, name), object.get(name)) : null;
                if (violation != null) {
                    return violation;
                }
            }
            return null;
        }

        private @Nullable Violation checkOthers(List<String> path, Map<String, Object> object) {
            if (object.size() < min || object.size() > max) {
                return new Violation(
                        path,
                        object,
                        Python.repr(object)
                                + (object.size() < min
                                        ? " does not have enough properties"
                                        : " has too many properties"));
            }
            List<String> unknown = object.keySet().stream()
                    .filter(name -> !properties.containsKey(name) && (names == null || !Pattern.matches(names, name)))
                    .toList();
            return unknown.isEmpty() ? null : new Violation(path, object, unexpected(unknown, names));
        }

        /** The complaint about properties that should not be there. */
        public static String unexpected(List<String> names, @Nullable String regex) {
            String quoted = names.stream().map(Python::repr).collect(Collectors.joining(", "));
            boolean one = names.size() == 1;
            return regex == null
                    ? "Additional properties are not allowed (" + quoted + (one ? " was" : " were") + " unexpected)"
                    : quoted + (one ? " does" : " do") + " not match any of the regexes: '" + regex + "'";
        }

        private static List<String> plus(List<String> path, String name) {
            List<String> longer = new ArrayList<>(path);
            longer.add(name);
            return longer;
        }
    }
}
