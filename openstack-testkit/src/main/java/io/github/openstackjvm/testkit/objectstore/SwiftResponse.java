package io.github.openstackjvm.testkit.objectstore;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeBody;
import org.jspecify.annotations.Nullable;

/** An answer on its way up the pipeline. Filters change it. */
final class SwiftResponse {
    /** Status lines, and what Swift says with them unless it has something better. */
    private static final Map<Integer, String[]> REASONS = Map.ofEntries(
            reason(200, "OK", ""),
            reason(201, "Created", ""),
            reason(202, "Accepted", "The request is accepted for processing."),
            reason(204, "No Content", ""),
            reason(206, "Partial Content", ""),
            reason(304, "Not Modified", ""),
            reason(307, "Temporary Redirect", "The resource has moved temporarily."),
            reason(
                    400,
                    "Bad Request",
                    "The server could not comply with the request since it is either malformed or otherwise"
                            + " incorrect."),
            reason(
                    401,
                    "Unauthorized",
                    "This server could not verify that you are authorized to access the document you requested."),
            reason(403, "Forbidden", "Access was denied to this resource."),
            reason(404, "Not Found", "The resource could not be found."),
            reason(405, "Method Not Allowed", "The method is not allowed for this resource."),
            reason(406, "Not Acceptable", "The resource is not available in a format acceptable to your browser."),
            reason(409, "Conflict", "There was a conflict when trying to complete your request."),
            reason(411, "Length Required", "Content-Length header required."),
            reason(412, "Precondition Failed", "A precondition for this request was not met."),
            reason(413, "Request Entity Too Large", "The body of your request was too large for this server."),
            reason(416, "Requested Range Not Satisfiable", "The Range requested is not available."),
            reason(422, "Unprocessable Entity", "Unable to process the contained instructions"),
            reason(
                    500,
                    "Internal Error",
                    "The server has either erred or is incapable of performing the requested operation."),
            reason(501, "Not Implemented", "The requested method is not implemented by this server."),
            reason(502, "Bad Gateway", "Bad gateway."),
            reason(
                    503,
                    "Service Unavailable",
                    "The server is currently unavailable. Please try again at a later time."));

    private final HeaderMap headers = new HeaderMap();
    private int status;
    private @Nullable FakeBody body;
    private @Nullable List<Map<String, Object>> listing;
    private boolean asked;

    private static Map.Entry<Integer, String[]> reason(int status, String title, String words) {
        return Map.entry(status, new String[] {title, words});
    }

    SwiftResponse(int status) {
        this.status = status;
        headers.set("Content-Type", "text/html; charset=UTF-8");
    }

    /** An answer in these words. */
    static SwiftResponse html(int status, String words) {
        return new SwiftResponse(status).body(FakeBody.of(words));
    }

    /** An answer in these words, which are said to be plain text. */
    static SwiftResponse plain(int status, String words) {
        return html(status, words).with("Content-Type", "text/plain");
    }

    /** Such as {@code 404 Not Found}. */
    static String line(int status) {
        return status + " " + REASONS.getOrDefault(status, new String[] {""})[0];
    }

    /** The same and what Swift says with it, on two lines. */
    static String words(int status) {
        return String.join("\n", REASONS.getOrDefault(status, new String[] {""}));
    }

    int status() {
        return status;
    }

    void status(int other) {
        status = other;
    }

    boolean success() {
        return status / 100 == 2;
    }

    String line() {
        return line(status);
    }

    HeaderMap headers() {
        return headers;
    }

    SwiftResponse with(String name, String value) {
        headers.set(name, value);
        return this;
    }

    SwiftResponse with(HeaderMap more) {
        headers.setAll(more);
        return this;
    }

    /** The body, which may be what Swift says with the status. */
    FakeBody body() {
        if (body == null) {
            String[] reason = REASONS.getOrDefault(status, new String[] {"", ""});
            body = reason[1].isEmpty()
                    ? FakeBody.EMPTY
                    : FakeBody.of("<html><h1>" + reason[0] + "</h1><p>" + reason[1] + "</p></html>");
        }
        return body;
    }

    /** What a filter had to say, as text; empty when it had nothing. */
    String words() {
        return body == null ? "" : body.text();
    }

    /** Whether Identity's part of the pipeline has seen the answer. */
    boolean seenByKeystone() {
        return asked;
    }

    SwiftResponse seenByKeystone(boolean seen) {
        asked = seen;
        return this;
    }

    SwiftResponse body(@Nullable FakeBody other) {
        body = other;
        return this;
    }

    /** The entries of a listing, before they are written in the format that was asked for; null for other answers. */
    @Nullable
    List<Map<String, Object>> listing() {
        return listing;
    }

    SwiftResponse listing(List<Map<String, Object>> entries) {
        listing = entries;
        return this;
    }

    String etag() {
        return unquoted(headers.get("Etag", ""));
    }

    static String unquoted(String etag) {
        return etag.length() > 1 && etag.startsWith("\"") && etag.endsWith("\"")
                ? etag.substring(1, etag.length() - 1)
                : etag;
    }
}
