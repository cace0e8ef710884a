package io.github.openstackjvm.transport;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * One request, ready to be sent as it stands.
 *
 * @param method the verb, upper case
 * @param url absolute, http or https, every character already percent-encoded where it must be; sent verbatim
 * @param headers sent in this order, duplicates included; never {@code Content-Length}, {@code Transfer-Encoding} or
 *     {@code Host}, which the transport derives
 * @param body null when there is none
 * @param streaming whether a body of the answer is handed over as it arrives, see {@link Transport#exchange}
 * @param limits how long each part may take
 */
public record HttpCall(
        String method,
        String url,
        HttpHeaders headers,
        @Nullable HttpBody body,
        boolean streaming,
        TimeLimits limits) {

    /** Refuses what would be altered on the wire, or would begin another line there. */
    public HttpCall {
        Objects.requireNonNull(headers, "headers");
        Objects.requireNonNull(limits, "limits");
        if (!isToken(method)) {
            throw new IllegalArgumentException("The verb of a request consists of letters and dashes only");
        }
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c < 0x21 || c > 0x7e) {
                // The address itself stays out of the message: it may hold what must not be shown.
                throw new IllegalArgumentException(
                        "The URL holds a character that must be percent-encoded, at index " + i);
            }
        }
        if (!url.startsWith("http://") && !url.startsWith("https://")) {
            throw new IllegalArgumentException("The URL is not an absolute http or https URL");
        }
    }

    private static boolean isToken(String method) {
        return !method.isEmpty()
                && method.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-');
    }

    /** A GET without further headers, buffered. */
    public static HttpCall get(String url) {
        return new HttpCall("GET", url, HttpHeaders.EMPTY, null, false, TimeLimits.DEFAULT);
    }

    /** The same request with other headers. */
    public HttpCall withHeaders(HttpHeaders other) {
        return new HttpCall(method, url, other, body, streaming, limits);
    }

    /** The same request with this header, in place of all of that name. */
    public HttpCall withHeader(String name, String value) {
        return withHeaders(headers.with(name, value));
    }

    /** The same request under other limits. */
    public HttpCall withLimits(TimeLimits other) {
        return new HttpCall(method, url, headers, body, streaming, other);
    }

    /** Method and URL without the query, which may hold what must not be shown. */
    @Override
    public String toString() {
        int query = url.indexOf('?');
        return method + " " + (query < 0 ? url : url.substring(0, query) + "?…");
    }
}
