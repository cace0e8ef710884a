package io.github.openstackjvm.internal.config;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.openstackjvm.resource.Secret;
import org.jspecify.annotations.Nullable;

/** How values are shown to people: secrets masked. */
final class Shown {
    private static final Pattern GAP = Pattern.compile("[\\s\"']");
    private static final Pattern USER_INFO = Pattern.compile("(?<=//)[^/?#@]*@");

    private Shown() {}

    /** A value under this key. Of mappings nobody knows, only the keys. */
    static String value(String key, @Nullable Object value) {
        if (value instanceof Secret || Keys.secret(key)) {
            return "***";
        }
        if (value instanceof Map<?, ?> map) {
            return map.keySet().stream().map(one -> one + ": …").collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(one -> value(key, one)).collect(Collectors.joining(", "));
        }
        return text(String.valueOf(value));
    }

    /** A text without the user and password that a URL may hold. */
    static String withoutUser(String text) {
        return USER_INFO.matcher(text).replaceAll("");
    }

    /** A text without the password that a URL may hold, on one line. */
    static String text(String text) {
        String line = USER_INFO.matcher(text).replaceAll("***@").replaceAll("\\R", " ");
        return line.length() <= 200 ? line : line.substring(0, 200) + "…";
    }

    /** The text as far as its first gap. */
    static String firstWord(String text) {
        String shown = text(text.strip());
        Matcher gap = GAP.matcher(shown);
        return gap.find() ? shown.substring(0, gap.start()) + " …" : shown;
    }
}
