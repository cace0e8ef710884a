package io.github.openstackjvm.testkit;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.transport.HttpHeaders;

/**
 * One request to a fake cloud, whichever front it came through.
 *
 * @param method the verb
 * @param origin scheme, host and port the client used, such as {@code http://127.0.0.1:5000}
 * @param path as sent, percent-encoded, beginning with a slash
 * @param query as sent, without the question mark; empty when there is none
 * @param headers all header lines
 * @param body what was sent
 */
public record FakeRequest(
        HttpMethod method, String origin, String path, String query, HttpHeaders headers, FakeBody body) {

    /** A request to an absolute URL. */
    public static FakeRequest of(HttpMethod method, String url, HttpHeaders headers, FakeBody body) {
        int slash = url.indexOf('/', url.indexOf("://") + 3);
        String origin = slash < 0 ? url : url.substring(0, slash);
        String rest = slash < 0 ? "/" : url.substring(slash);
        int mark = rest.indexOf('?');
        return new FakeRequest(
                method,
                origin,
                mark < 0 ? rest : rest.substring(0, mark),
                mark < 0 ? "" : rest.substring(mark + 1),
                headers,
                body);
    }

    /** The parameters of the query, decoded, each with its values in their order. */
    public Map<String, List<String>> parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (!query.isEmpty()) {
            for (String part : query.split("&", -1)) {
                int equals = part.indexOf('=');
                String name = equals < 0 ? part : part.substring(0, equals);
                parameters
                        .computeIfAbsent(decode(name), any -> new ArrayList<>())
                        .add(equals < 0 ? "" : decode(part.substring(equals + 1)));
            }
        }
        return parameters;
    }

    /** The segments of the path, decoded; a slash at the end makes an empty last one. */
    public List<String> segments() {
        List<String> segments = new ArrayList<>();
        for (String part : path.substring(1).split("/", -1)) {
            segments.add(decode(part.replace("+", "%2B")));
        }
        return segments;
    }

    /** Method and path: headers, query and body may hold secrets. */
    @Override
    public String toString() {
        return method + " " + path;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a stray percent sign: services take it literally
        }
    }
}
