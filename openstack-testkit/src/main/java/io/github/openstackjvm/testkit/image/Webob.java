package io.github.openstackjvm.testkit.image;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeBody;
import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.transport.HttpHeaders;

/**
 * Refusals as the library webob words them, which writes Glance's errors: as a page, as JSON with the same markup in it, or
 * as text, whichever the caller accepts.
 */
final class Webob {
    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(409, "Conflict"),
            Map.entry(410, "Gone"),
            Map.entry(413, "Request Entity Too Large"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(416, "Request Range Not Satisfiable"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(501, "Not Implemented"),
            Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(504, "Gateway Timeout"));

    private static final Map<Integer, String> EXPLANATIONS = Map.of(
            400,
            "The server could not comply with the request since it is either malformed or otherwise incorrect.",
            401,
            "This server could not verify that you are authorized to access the document you requested. Either you"
                    + " supplied the wrong credentials (e.g., bad password), or your browser does not understand how to"
                    + " supply the credentials required.",
            403,
            "Access was denied to this resource.",
            404,
            "The resource could not be found.",
            409,
            "There was a conflict when trying to complete your request.",
            416,
            "The Range requested is not available.",
            500,
            "The server has either erred or is incapable of performing the requested operation.",
            503,
            "The server is currently unavailable. Please try again at a later time.");

    private Webob() {}

    /** The usual words for this status. */
    static String explanation(int status) {
        return EXPLANATIONS.getOrDefault(status, TITLES.getOrDefault(status, ""));
    }

    /**
     * The answer.
     *
     * @param explanation what went wrong; ends without a line break
     * @param detail further words, mostly empty
     */
    static FakeResponse answer(int status, String explanation, String detail, String accept) {
        return page(
                status,
                accept,
                escape -> escape(explanation, escape) + "<br /><br />\n" + escape(detail, escape) + "\n\n");
    }

    /** The answer to a request whose type of media the service does not take. */
    static FakeResponse unsupported(String mediaType, String accept) {
        return page(
                415,
                accept,
                escape -> "The request media type " + escape(mediaType, escape)
                        + " is not supported by this server.\n<br /><br />\n");
    }

    /** The answer to a verb that the path does not know. */
    static FakeResponse notAllowed(String method, String detail, String accept) {
        return page(
                405,
                accept,
                escape -> "The method " + method + " is not allowed for this resource. <br /><br />\n"
                        + escape(detail, escape));
    }

    /** The answer of an operation that brings its own text. */
    static FakeResponse bare(int status, String text, String accept) {
        return page(status, accept, escape -> escape(text, escape));
    }

    private interface Text {
        String of(boolean escaped);
    }

    private static FakeResponse page(int status, String accept, Text text) {
        String line = status + " " + TITLES.getOrDefault(status, "");
        return switch (chosen(accept)) {
            case "text/html" ->
                typed(
                        status,
                        "text/html; charset=UTF-8",
                        "<html>\n <head>\n  <title>" + line + "</title>\n </head>\n <body>\n  <h1>" + line + "</h1>\n  "
                                + text.of(true) + "\n </body>\n</html>");
            case "application/json" ->
                Json.reply(
                        status,
                        Json.map("message", text.of(false), "code", line, "title", TITLES.getOrDefault(status, "")));
            default -> typed(status, "text/plain; charset=UTF-8", line + "\n\n" + plain(text.of(false)));
        };
    }

    private static FakeResponse typed(int status, String type, String text) {
        return new FakeResponse(status, HttpHeaders.of("Content-Type", type), FakeBody.of(text));
    }

    /** Line breaks become blanks first, and then marked breaks become lines. */
    private static String plain(String text) {
        return text.replace('\n', ' ').replaceAll("(?i)<br.*?>", "\n").replaceAll("<.*?>", "");
    }

    private static String escape(String text, boolean escaped) {
        return escaped
                ? text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                        .replace("'", "&#x27;")
                : text;
    }

    /** The better liked of a page and JSON, the page when both are the same; text when neither is. */
    private static String chosen(String accept) {
        Map<String, Double> liked = new LinkedHashMap<>();
        for (String range : accept.split(",", -1)) {
            String[] parts = range.strip().split("\\s*;\\s*", -1);
            double quality = 1;
            for (int i = 1; i < parts.length; i++) {
                if (parts[i].startsWith("q=")) {
                    quality = Double.parseDouble(parts[i].substring(2));
                }
            }
            liked.put(parts[0], quality);
        }
        double page = quality(liked, "text/html", "text/*");
        double json = quality(liked, "application/json", "application/*");
        return page <= 0 && json <= 0 ? "text/plain" : page >= json ? "text/html" : "application/json";
    }

    private static double quality(Map<String, Double> liked, String type, String group) {
        Double exact = liked.get(type);
        return exact != null ? exact : liked.getOrDefault(group, liked.getOrDefault("*/*", 0.0));
    }
}
