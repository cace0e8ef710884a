package io.github.openstackjvm.testkit.compute;

import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.openstackjvm.testkit.engine.Python;
import io.github.openstackjvm.testkit.engine.Schema;
import io.github.openstackjvm.testkit.engine.Schema.Violation;
import org.jspecify.annotations.Nullable;

/** The forms in which Nova takes values, with the complaints of Python's jsonschema. */
final class Forms {
    static final int MAX = Integer.MAX_VALUE;

    static final Schema ANY = (path, value) -> null;
    static final Schema TEXT = Schema.text(0, MAX);
    static final Schema DIGITS = Schema.text(1, MAX).matching("^[0-9]*$");
    static final Schema NAME = Schema.text(1, 255).and(Text::printableName);
    static final Schema UUID = format("uuid", Forms::uuid);
    static final Schema IPV4 = format("ipv4", Addresses::v4);
    static final Schema IPV6 = format("ipv6", Addresses::v6);
    static final Schema IP = either("string", IPV4, IPV6);
    static final Schema BASE64 = format("base64", Forms::base64);
    static final Schema TIME = format("date-time", Forms::time);
    static final Schema REGEX = format("regex", Forms::regex);
    static final Schema HOST = Schema.text(1, 255).matching("^[a-zA-Z0-9-._]*$");
    static final Schema TAG = Schema.text(1, 60).matching("^[^,/]*$");
    static final Schema DESCRIPTION = Schema.textOrNull(255);
    static final Schema METADATA = Schema.object().others("^[a-zA-Z0-9-_:. ]{1,255}$", Schema.text(0, 255));

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}-?([0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}");
    private static final Pattern NOT_BASE64 = Pattern.compile("[^A-Za-z0-9+/=]");

    private Forms() {}

    /** Nothing but null. */
    static final Schema NOTHING =
            (path, value) -> value == null ? null : new Violation(path, value, typed(value, "null"));

    /** What fits, or null. */
    static Schema orNull(String type, Schema schema) {
        return (path, value) -> {
            if (value == null) {
                return null;
            }
            return fits(type, value)
                    ? schema.check(path, value)
                    : new Violation(path, value, typed(value, type, "null"));
        };
    }

    /** A list. */
    static Schema list(Schema item, int min, int max) {
        return (path, value) -> {
            if (!(value instanceof List<?> list)) {
                return new Violation(path, value, typed(value, "array"));
            }
            for (int i = 0; i < list.size(); i++) {
                Violation violation = item.check(plus(path, String.valueOf(i)), list.get(i));
                if (violation != null) {
                    return violation;
                }
            }
            String size = list.size() < min ? " is too short" : list.size() > max ? " is too long" : "";
            return size.isEmpty() ? null : new Violation(path, value, Python.repr(value) + size);
        };
    }

    static Schema list(Schema item) {
        return list(item, 0, MAX);
    }

    /** A list without two items that are the same. */
    static Schema unique(Schema list) {
        return list.and(value -> value instanceof List<?> items && new HashSet<>(items).size() < items.size()
                ? Python.repr(value) + " has non-unique elements"
                : "");
    }

    /** What fits each of these, asked in their order. */
    static Schema all(Schema... schemas) {
        return (path, value) -> Arrays.stream(schemas)
                .map(schema -> schema.check(path, value))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** What is of one of these types, by the names of JSON. */
    static Schema typed(String... types) {
        return (path, value) -> Arrays.stream(types).anyMatch(type -> fits(type, value))
                ? null
                : new Violation(path, value, typed(value, types));
    }

    /** What fits one of these. */
    static Schema either(Schema... schemas) {
        return (path, value) -> Arrays.stream(schemas).anyMatch(schema -> schema.check(path, value) == null)
                ? null
                : new Violation(path, value, Python.repr(value) + " is not valid under any of the given schemas");
    }

    /** What is of this type and fits one of these. */
    static Schema either(String type, Schema... schemas) {
        Schema one = either(schemas);
        return (path, value) ->
                fits(type, value) ? one.check(path, value) : new Violation(path, value, typed(value, type));
    }

    /** One of these words. */
    static Schema word(String... words) {
        Schema allowed = Schema.oneOf((Object[]) words);
        return (path, value) -> value instanceof String
                ? allowed.check(path, value)
                : new Violation(path, value, typed(value, "string"));
    }

    /** A whole number or a text that fits the expression, not less than this; and what else is allowed. */
    static Schema whole(String regex, long min, String... types) {
        return whole(regex, min, Long.MAX_VALUE, types);
    }

    /** The same, and not more than this. */
    static Schema whole(String regex, long min, long max, String... types) {
        Pattern pattern = Pattern.compile(regex);
        return (path, value) -> {
            boolean number = value instanceof Integer || value instanceof Long;
            if (value == null && List.of(types).contains("null")) {
                return null;
            }
            if (!number && !(value instanceof String)) {
                return new Violation(path, value, typed(value, types));
            }
            String text = String.valueOf(value);
            if (!number && !pattern.matcher(text).find()) {
                return new Violation(path, value, Python.repr(value) + " does not match " + Python.repr(regex));
            }
            if (!number && text.isEmpty()) {
                return new Violation(path, value, Python.repr(value) + " is too short");
            }
            if (!text.matches("-?\\d+")) {
                return null;
            }
            long count = Python.integer(text);
            String range = count < min
                    ? " is less than the minimum of " + min
                    : count > max ? " is greater than the maximum of " + max : "";
            return range.isEmpty() ? null : new Violation(path, value, count + range);
        };
    }

    /** How many: at least this. */
    static Schema count(long min) {
        return whole("^[0-9]*$", min, "integer", "string");
    }

    /** A name or number of something. */
    static Schema reference() {
        return (path, value) -> {
            if (value instanceof String text) {
                return text.isEmpty() ? new Violation(path, value, "'' is too short") : null;
            }
            return value instanceof Integer ? null : new Violation(path, value, typed(value, "string", "integer"));
        };
    }

    /** The value as text; empty when there is none. */
    static String str(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** The value as a number; zero when it is none. */
    static long number(@Nullable Object value) {
        String text = str(value);
        return text.matches("-?\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    /** True or false in any form Nova takes. */
    static boolean flag(@Nullable Object value, boolean otherwise) {
        return value instanceof Boolean flag
                ? flag
                : value == null ? otherwise : Text.flag(value.toString()).orElse(otherwise);
    }

    /** The complaint about a value of another type. */
    static String typed(@Nullable Object value, String... types) {
        return Python.repr(value) + " is not of type "
                + Arrays.stream(types).map(Python::repr).collect(Collectors.joining(", "));
    }

    static boolean uuid(String text) {
        return UUID_FORM.matcher(text).matches();
    }

    private static boolean fits(String type, @Nullable Object value) {
        return switch (type) {
            case "string" -> value instanceof String;
            case "array" -> value instanceof List;
            case "object" -> value instanceof Map;
            default -> throw new IllegalArgumentException(type);
        };
    }

    private static Schema format(String name, Predicate<String> test) {
        return (path, value) -> {
            if (!(value instanceof String text)) {
                return new Violation(path, value, typed(value, "string"));
            }
            return test.test(text)
                    ? null
                    : new Violation(path, value, Python.repr(value) + " is not a " + Python.repr(name));
        };
    }

    // Python drops what is no digit of base64 before it looks at the padding.
    private static boolean base64(String text) {
        try {
            Base64.getDecoder().decode(NOT_BASE64.matcher(text).replaceAll(""));
            return NOT_BASE64.matcher(text).replaceAll("").length() % 4 == 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean time(String text) {
        try {
            Text.time(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean regex(String text) {
        try {
            Pattern.compile(text);
            return !text.isEmpty();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private static List<String> plus(List<String> path, String name) {
        return IntStream.rangeClosed(0, path.size())
                .mapToObj(i -> i < path.size() ? path.get(i) : name)
                .toList();
    }
}
