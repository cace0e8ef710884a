package io.github.openstackjvm.internal.http;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One pass over a text, from name to name: where a name is one of a secret, what follows it is hidden. Never looks at a
 * character more than a few times.
 */
final class SecretScan {
    /** What closes a name or a value: a quote behind some backslashes, or written as an entity of HTML. */
    private record Quote(String mark, int backslashes) {
        boolean isEntity() {
            return mark.length() > 1;
        }

        String text() {
            return "\\".repeat(backslashes) + mark;
        }
    }

    private static final String[] MARKS = {"\"", "'", "&quot;", "&#34;", "&#39;", "&#x27;", "&apos;"};
    private static final String CONSOLE_TOKENS = "os-console-auth-tokens";
    private static final String EQUALS = "%3D";
    /** Of a query within a parameter: {@code ?}, {@code &} and {@code =}. Nova's consoles have their token so. */
    private static final List<String> SEPARATORS = List.of("%3F", "%26", EQUALS);

    private static final int SHORTEST_TOKEN = 40;

    private final String text;
    private final int length;
    private final StringBuilder out = new StringBuilder();
    private int done;

    SecretScan(String text) {
        this.text = text;
        this.length = text.length();
    }

    String masked() {
        int i = 0;
        while (i < length) {
            int start = i;
            while (i < length && isNamePart(text.charAt(i)) && separator(i) == 0) {
                i++;
            }
            i = i == start ? i + Math.max(1, separator(i)) : Math.max(i, afterName(start, i));
        }
        return done == 0 ? text : out.append(text, done, length).toString();
    }

    /** Hides what this name calls for, and tells where to read on. */
    private int afterName(int start, int end) {
        String name = text.substring(start, end);
        if (looksLikeToken(name)) {
            return hide(start, end, Redaction.MASK);
        }
        if (text.startsWith("://", end)) {
            return userInfo(end + 3);
        }
        if (name.equals(CONSOLE_TOKENS) && at(end) == '/') {
            return hide(end + 1, until(end + 1, "/?#\"'<>\\"), Redaction.MASK);
        }
        int equals =
                at(end) == '=' ? 1 : text.regionMatches(true, end, EQUALS, 0, EQUALS.length()) ? EQUALS.length() : 0;
        if (equals > 0) {
            return SecretNames.isField(name) ? assigned(end + equals) : end;
        }
        Quote quote = quoteBefore(extension(start));
        if (quote != null) {
            return SecretNames.isField(name) ? member(quote, end) : end;
        }
        return at(end) == ':' && isHeaderLine(name) ? hide(skipSpace(end + 1), lineEnd(end), Redaction.MASK) : end;
    }

    /** Where the extension begins that is named before this name, as in {@code OS-EXT-SRV-ATTR:user_data}. */
    private int extension(int name) {
        int begin = name;
        if (begin > 0 && text.charAt(begin - 1) == ':') {
            begin--;
            while (begin > 0 && isNamePart(text.charAt(begin - 1))) {
                begin--;
            }
        }
        return begin;
    }

    /** Fernet and JSON web tokens: Keystone's "not a recognized Fernet token …" quotes them without a name. */
    private static boolean looksLikeToken(String name) {
        return name.length() >= SHORTEST_TOKEN
                && (name.startsWith("gAAAA") || (name.startsWith("eyJ") && name.indexOf('.') > 0));
    }

    private static boolean isHeaderLine(String name) {
        return SecretNames.isHeader(name) && (name.indexOf('-') > 0 || name.matches("(?i)authorization|cookie"));
    }

    /** What stands before the last {@code @}; in a text cut off before it, what cannot be a port. */
    private int userInfo(int start) {
        int end = until(start, "/?#\"'<>\\");
        for (int i = end - 1; i >= start; i--) {
            if (text.charAt(i) == '@') {
                return hide(start, i, Redaction.MASK);
            }
        }
        int colon = text.substring(start, end).indexOf(':');
        boolean cut = end == length
                && colon >= 0
                && !text.substring(start + colon + 1).matches("\\d*|.*].*");
        return cut ? hide(start, end, Redaction.MASK) : start;
    }

    /** {@code name=value}, in a query or in plain text. */
    private int assigned(int start) {
        Quote quote = quoteAt(start);
        return quote == null
                ? hide(start, until(start, "&;#\"'<>\\"), Redaction.MASK)
                : hideString(start + quote.text().length(), quote);
    }

    /** {@code "name": value}, in any notation and at any depth of quoting. */
    private int member(Quote around, int end) {
        Quote closing = quoteAt(end);
        if (closing == null) {
            return end;
        }
        int colon = skipSpace(end + closing.text().length());
        if (at(colon) != ':') {
            return end;
        }
        int value = skipSpace(colon + 1);
        int prefixed = value + (at(value) == 'b' || at(value) == 'u' ? 1 : 0);
        Quote opening = quoteAt(prefixed);
        if (opening != null) {
            return hideString(prefixed + opening.text().length(), opening);
        }
        String mask = around.text() + Redaction.MASK + around.text();
        if (at(value) == '{' || at(value) == '[') {
            return hide(value, structureEnd(value, around), mask);
        }
        int stop = until(value, ",}])\"'<>\\&");
        String bare = text.substring(value, stop);
        return bare.matches("|null|true|false|None|True|False") ? stop : hide(value, stop, mask);
    }

    private int hideString(int start, Quote quote) {
        return hide(start, stringEnd(start, quote), Redaction.MASK);
    }

    /**
     * The end of what this quote opened. At each depth of JSON in JSON a quote has one backslash more than twice those of
     * the depth around it; one with fewer closes the text around. An apostrophe behind any backslash goes on: Python
     * escapes it so, and JSON doubles that.
     */
    private int stringEnd(int start, Quote quote) {
        if (quote.isEntity()) {
            int end = text.indexOf(quote.mark(), start);
            return end < 0 ? length : end;
        }
        char mark = quote.mark().charAt(0);
        int expected = quote.backslashes();
        int run = 0;
        for (int i = start; i < length; i++) {
            char c = text.charAt(i);
            if (c == mark && (run <= expected || (mark == '"' && (run - expected) % (2 * (expected + 1)) == 0))) {
                return i - Math.min(run, expected);
            }
            run = c == '\\' ? run + 1 : 0;
        }
        return length;
    }

    /** Behind the bracket that closes the one here; the end of the text when that is cut off. */
    private int structureEnd(int start, Quote around) {
        int depth = 0;
        int i = start;
        while (i < length) {
            char c = text.charAt(i);
            Quote quote = quoteAt(i);
            if (quote != null) {
                if (!quote.isEntity() && quote.backslashes() < around.backslashes()) {
                    return i;
                }
                int begin = i + quote.text().length();
                int end = stringEnd(begin, quote);
                i = Math.min(length, end + quote.text().length());
                continue;
            }
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            do {
                i++;
            } while (c == '\\' && at(i) == c);
            if (depth == 0) {
                return i;
            }
        }
        return length;
    }

    /** How many characters an encoded separator has that stands here; 0 when there is none. */
    private int separator(int i) {
        boolean here =
                at(i) == '%' && SEPARATORS.stream().anyMatch(one -> text.regionMatches(true, i, one, 0, one.length()));
        return here ? EQUALS.length() : 0;
    }

    private @Nullable Quote quoteBefore(int start) {
        for (String mark : MARKS) {
            if (text.startsWith(mark, start - mark.length())) {
                int i = start - mark.length();
                int backslashes = 0;
                while (i - backslashes > done && text.charAt(i - backslashes - 1) == '\\') {
                    backslashes++;
                }
                return new Quote(mark, backslashes);
            }
        }
        return null;
    }

    private @Nullable Quote quoteAt(int start) {
        int i = start;
        while (i < length && text.charAt(i) == '\\') {
            i++;
        }
        for (String mark : MARKS) {
            if (text.startsWith(mark, i)) {
                return new Quote(mark, i - start);
            }
        }
        return null;
    }

    private int hide(int start, int end, String mask) {
        out.append(text, done, start).append(mask);
        done = end;
        return end;
    }

    private int until(int start, String stops) {
        int i = start;
        while (i < length && text.charAt(i) > ' ' && stops.indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    private int lineEnd(int start) {
        int i = start;
        while (i < length && "\r\n<\"".indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    private int skipSpace(int start) {
        int i = start;
        while (i < length && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private int at(int i) {
        return i < length ? text.charAt(i) : -1;
    }

    private static boolean isNamePart(char c) {
        return c < 128 && (Character.isLetterOrDigit(c) || "_-.%".indexOf(c) >= 0);
    }
}
