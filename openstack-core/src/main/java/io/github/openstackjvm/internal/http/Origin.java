package io.github.openstackjvm.internal.http;

import java.util.Locale;
import java.util.Optional;

/**
 * Scheme, host and port: within one origin a token may be shown. Addresses are cut by hand, since {@link java.net.URI} would
 * refuse or change what the path of an object may hold.
 */
final class Origin {
    private Origin() {}

    /** The absolute address that a link in the answer of this URL means; empty when it is none that can be sent. */
    static Optional<String> resolve(String url, String link) {
        String text = link.strip();
        if (text.isEmpty() || !text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            return Optional.empty();
        } else if (isAbsolute(text)) {
            return Optional.of(text).filter(target -> !of(target).contains("@"));
        } else if (text.matches("[A-Za-z][A-Za-z0-9+.-]*:.*") || text.startsWith("//")) {
            return Optional.empty();
        } else if (text.startsWith("/")) {
            return Optional.of(url.substring(0, end(url)) + text);
        }
        String path = url.split("[?#]", 2)[0];
        return Optional.of(path.substring(0, Math.max(path.lastIndexOf('/') + 1, end(url))) + text);
    }

    /** Whether both addresses have scheme, host and port in common. */
    static boolean same(String url, String other) {
        return of(url).equals(of(other));
    }

    /** The other address as it is written on the origin of this URL, which is the same one. */
    static String on(String url, String other) {
        return url.substring(0, end(url)) + other.substring(end(other));
    }

    /** In lower case, and always with the port. */
    private static String of(String url) {
        String origin = url.substring(0, end(url)).toLowerCase(Locale.ROOT);
        boolean port = origin.matches(".*:\\d+");
        return port ? origin : origin + (origin.startsWith("https:") ? ":443" : ":80");
    }

    private static int end(String url) {
        int i = url.indexOf("://") + 3;
        while (i < url.length() && "/?#".indexOf(url.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    private static boolean isAbsolute(String text) {
        return text.regionMatches(true, 0, "http://", 0, 7) || text.regionMatches(true, 0, "https://", 0, 8);
    }
}
