package io.github.openstackjvm.internal.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.error.InvalidSpec;

/** Percent-encoding, complete: nothing that a caller gives can change the structure of an address. */
public final class Urls {
    private static final String HEX = "0123456789ABCDEF";

    /** Before a path: one segment less of the service's address. */
    static final String UP = "/..";

    private Urls() {}

    /**
     * The address for a path below this one, or beside it: each {@code /..} at the path's beginning takes a segment away.
     * Nothing that a caller gives can stand there, since it is encoded.
     */
    public static String resolve(String address, String path) {
        String base = address;
        String rest = path;
        while (rest.startsWith(UP + "/")) {
            base = base.substring(0, base.lastIndexOf('/'));
            rest = rest.substring(UP.length());
        }
        return base + rest;
    }

    /**
     * Several segments of a path. Slashes stay, but for those beside a segment that is empty or has dots only, which servers
     * and proxies on the way would take for something else: {@code a//b}, {@code a/../b}, {@code a/}.
     */
    static String path(String text) {
        if (text.isEmpty()) {
            throw new InvalidSpec("A name cannot be empty");
        }
        String[] segments = text.split("/", -1);
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < segments.length; i++) {
            if (i > 0) {
                path.append(strange(segments[i - 1]) || strange(segments[i]) ? "%2F" : "/");
            }
            path.append(encode(segments[i]));
        }
        // Alone it would be a segment of its own.
        return strange(text) ? path.toString().replace(".", "%2E") : path.toString();
    }

    private static boolean strange(String segment) {
        return segment.isEmpty() || segment.equals(".") || segment.equals("..");
    }

    /** One segment of a path; a slash in it is encoded. */
    public static String segment(String text) {
        if (text.isEmpty() || text.equals(".") || text.equals("..")) {
            throw new InvalidSpec("'" + text + "' cannot stand in the path of a request");
        } else if (text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0 || text.indexOf('\0') >= 0) {
            throw new InvalidSpec("A line break cannot stand in the path of a request");
        }
        return encode(text);
    }

    /** Everything but letters, digits and {@code -._~}. */
    public static String encode(String text) {
        StringBuilder result = null;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            int c = bytes[i] & 0xff;
            boolean plain = unreserved(c);
            if (plain && result != null) {
                result.append((char) c);
            } else if (!plain) {
                if (result == null) {
                    result = new StringBuilder(bytes.length + 16).append(text, 0, i);
                }
                result.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            }
        }
        return result == null ? text : result.toString();
    }

    private static boolean unreserved(int c) {
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        boolean digit = c >= '0' && c <= '9';
        return letter || digit || "-._~".indexOf(c) >= 0;
    }

    /** The path with these parameters behind it. */
    public static String withQuery(String path, List<Map.Entry<String, String>> parameters) {
        StringBuilder result = new StringBuilder(path);
        char separator = path.indexOf('?') < 0 ? '?' : '&';
        for (Map.Entry<String, String> parameter : parameters) {
            result.append(separator)
                    .append(encode(parameter.getKey()))
                    .append('=')
                    .append(encode(parameter.getValue()));
            separator = '&';
        }
        return result.toString();
    }

    /** The parameters of an address, decoded, in their order. */
    public static List<Map.Entry<String, String>> query(String url) {
        int mark = url.indexOf('?');
        List<Map.Entry<String, String>> parameters = new ArrayList<>();
        if (mark < 0) {
            return parameters;
        }
        int end = url.indexOf('#', mark);
        for (String pair : url.substring(mark + 1, end < 0 ? url.length() : end).split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (!name.isEmpty()) {
                parameters.add(Map.entry(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1))));
            }
        }
        return parameters;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // Not encoded after all; kept as it came.
            return text;
        }
    }
}
