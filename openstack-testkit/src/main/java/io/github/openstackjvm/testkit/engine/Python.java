package io.github.openstackjvm.testkit.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** Values as Python reads and prints them: the services put what they were sent into their error messages. */
public final class Python {
    private Python() {}

    /** What {@code repr(value)} gives. */
    public static String repr(@Nullable Object value) {
        if (value instanceof String text) {
            return quoted(text);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Python::repr).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> repr(entry.getKey()) + ": " + repr(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return str(value);
    }

    /** What {@code str(value)} gives. */
    public static String str(@Nullable Object value) {
        if (value == null) {
            return "None";
        }
        if (value instanceof Boolean flag) {
            return flag ? "True" : "False";
        }
        if (value instanceof Double number && Double.isFinite(number)) {
            return fraction(number);
        }
        return value instanceof List || value instanceof Map ? repr(value) : value.toString();
    }

    // Java goes over to powers of ten at 1e7, Python at 1e16.
    private static String fraction(double number) {
        String text = Double.toString(number);
        int e = text.indexOf('E');
        if (e < 0) {
            return text;
        }
        int power = Integer.parseInt(text.substring(e + 1));
        if (power >= -4 && power < 16) {
            String plain = new BigDecimal(text).toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        String digits = text.substring(0, e).replaceAll("\\.0$", "");
        return digits + (power < 0 ? "e-" : "e+") + String.format(Locale.ROOT, "%02d", Math.abs(power));
    }

    private static String quoted(String text) {
        char quote = text.contains("'") && !text.contains("\"") ? '"' : '\'';
        StringBuilder out = new StringBuilder().append(quote);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(c == quote ? "\\" + c : String.valueOf(c));
            }
        }
        return out.append(quote).toString();
    }

    /**
     * What {@code int()} makes of a text, which may have any number of digits; the largest or smallest long for what is beyond.
     *
     * @throws NumberFormatException when it is no whole number
     */
    public static long integer(String text) {
        return new BigInteger(text.strip())
                .min(BigInteger.valueOf(Long.MAX_VALUE))
                .max(BigInteger.valueOf(Long.MIN_VALUE))
                .longValue();
    }
}
