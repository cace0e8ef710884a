package io.github.openstackjvm.testkit.blockstorage;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import org.jspecify.annotations.Nullable;

/** The forms in which Cinder writes and reads values. */
final class BlockText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Set<String> YES = Set.of("1", "t", "true", "on", "y", "yes");
    private static final Set<String> NO = Set.of("0", "f", "false", "off", "n", "no");

    private BlockText() {}

    /** A time as the database keeps it: no fractions, which are written all the same, and no zone. */
    static String time(Instant time) {
        return TIME.format(time.truncatedTo(ChronoUnit.SECONDS));
    }

    /** Whether the text is one of Python's words for true; null when it is none of either kind. */
    static @Nullable Boolean flag(@Nullable Object value) {
        String word = String.valueOf(value).strip().toLowerCase(Locale.ROOT);
        return YES.contains(word) ? Boolean.TRUE : NO.contains(word) ? Boolean.FALSE : null;
    }

    /** The value of a parameter that is true or false. */
    static boolean flag(String name, String value) {
        Boolean flag = flag(value);
        if (flag == null) {
            throw Refusal.badRequest("Value '" + value + "' for '" + name + "' is not a boolean.");
        }
        return flag;
    }

    /** Words joined as in a sentence of obstacles. */
    static String or(String... words) {
        return String.join(" or ", words);
    }

    /**
     * A value of Python, as filters are given: numbers, quoted texts, lists, tuples and dictionaries of them. A text that is
     * none of these stands for itself.
     */
    static Object literal(String text) {
        try {
            Literal literal = new Literal(text);
            Object value = literal.value();
            return literal.atEnd() ? value : text;
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static final class Literal {
        private final String text;
        private int at;

        Literal(String text) {
            this.text = text;
        }

        boolean atEnd() {
            skip();
            return at == text.length();
        }

        Object value() {
            skip();
            char c = peek();
            if (c == '[' || c == '(') {
                return list(c == '[' ? ']' : ')');
            } else if (c == '{') {
                return map();
            } else if (c == '\'' || c == '"') {
                return quoted(c);
            }
            return word();
        }

        private Object list(char end) {
            at++;
            List<Object> items = new ArrayList<>();
            for (skip(); peek() != end; skip()) {
                items.add(value());
                skip();
                if (peek() == ',') {
                    at++;
                }
            }
            at++;
            return items;
        }

        private Object map() {
            at++;
            Map<String, Object> pairs = new LinkedHashMap<>();
            for (skip(); peek() != '}'; skip()) {
                String key = String.valueOf(value());
                skip();
                if (peek() != ':') {
                    throw new IllegalArgumentException(text);
                }
                at++;
                Json.put(pairs, key, value());
                skip();
                if (peek() == ',') {
                    at++;
                }
            }
            at++;
            return pairs;
        }

        private String quoted(char quote) {
            int end = text.indexOf(quote, at + 1);
            if (end < 0) {
                throw new IllegalArgumentException(text);
            }
            String inner = text.substring(at + 1, end);
            at = end + 1;
            return inner;
        }

        private Object word() {
            int from = at;
            while (at < text.length() && "[](){}:,'\" ".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            String word = text.substring(from, at);
            if (word.matches("[+-]?(0|[1-9]\\d{0,17})")) {
                return Long.valueOf(word);
            }
            return switch (word) {
                case "True" -> true;
                case "False" -> false;
                default -> throw new IllegalArgumentException(text);
            };
        }

        private void skip() {
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
        }

        private char peek() {
            if (at >= text.length()) {
                throw new IllegalArgumentException(text);
            }
            return text.charAt(at);
        }
    }
}
