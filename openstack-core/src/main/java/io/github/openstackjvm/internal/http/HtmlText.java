package io.github.openstackjvm.internal.http;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a page: what Glance, Swift, and every proxy in front of a service answer with. One pass, no exceptions. */
final class HtmlText {
    private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]{2,4}));");

    private final String html;
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder heading = new StringBuilder();
    private final StringBuilder title = new StringBuilder();
    private final StringBuilder ignored = new StringBuilder();
    private StringBuilder current = words;
    private String inside = "";

    private HtmlText(String html) {
        this.html = html;
    }

    /** The text below the headings; without any, the heading; without that, the title. Entities decoded, not folded. */
    static String of(String html) {
        HtmlText text = new HtmlText(html);
        text.read();
        for (StringBuilder part : new StringBuilder[] {text.words, text.heading}) {
            if (!part.toString().isBlank()) {
                return decode(part.toString());
            }
        }
        return decode(text.title.toString());
    }

    private void read() {
        int i = 0;
        while (i < html.length()) {
            int open = html.indexOf('<', i);
            if (open < 0) {
                current.append(html, i, html.length());
                return;
            }
            current.append(html, i, open);
            if (!isTag(open + 1)) {
                current.append('<');
                i = open + 1;
                continue;
            }
            int close = html.indexOf('>', open);
            if (close < 0) {
                return;
            }
            tag(html.substring(open + 1, close).strip().toLowerCase(Locale.ROOT));
            i = close + 1;
        }
    }

    private boolean isTag(int i) {
        char c = i < html.length() ? html.charAt(i) : ' ';
        return c == '/' || c == '!' || c == '?' || Character.isLetter(c);
    }

    /** Titles and headings repeat the status; scripts and styles say nothing. */
    private void tag(String tag) {
        String name = tag.split("[\\s/]", 2)[0];
        if (inside.isEmpty()) {
            StringBuilder part = switch (name) {
                case "title" -> title;
                case "h1" -> heading;
                case "script", "style" -> ignored;
                default -> words;
            };
            inside = part == words ? "" : name;
            current = part;
        } else if (tag.equals('/' + inside)) {
            inside = "";
            current = words;
        }
        current.append(' ');
    }

    private static String decode(String text) {
        return ENTITY.matcher(text).replaceAll(match -> Matcher.quoteReplacement(character(match.group(), match)));
    }

    private static String character(String entity, MatchResult match) {
        if (match.group(3) != null) {
            return switch (match.group(3)) {
                case "lt" -> "<";
                case "gt" -> ">";
                case "amp" -> "&";
                case "quot" -> "\"";
                case "apos" -> "'";
                case "nbsp" -> " ";
                default -> entity;
            };
        }
        int code = match.group(1) != null ? Integer.parseInt(match.group(1)) : Integer.parseInt(match.group(2), 16);
        return Character.isValidCodePoint(code) ? Character.toString(code) : entity;
    }
}
