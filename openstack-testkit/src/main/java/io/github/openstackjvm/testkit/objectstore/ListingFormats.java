package io.github.openstackjvm.testkit.objectstore;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeBody;
import io.github.openstackjvm.testkit.engine.Json;
import org.jspecify.annotations.Nullable;

/** Writes listings as text, JSON or XML. */
final class ListingFormats implements Filter {
    private static final List<String> TYPES = List.of("text/plain", "application/json", "application/xml", "text/xml");
    private static final List<String> CONTAINER_FIELDS = List.of("name", "count", "bytes", "last_modified");
    private static final List<String> OBJECT_FIELDS = List.of("name", "hash", "bytes", "content_type", "last_modified");

    @Override
    public SwiftResponse handle(SwiftRequest request, App next) {
        if (request.onObject() || !request.is("GET", "HEAD")) {
            return next.handle(request);
        }
        String type = type(request);
        SwiftResponse response = next.handle(request);
        if (response.status() != 200 && response.status() != 204) {
            return response;
        }
        if (request.versionListing()) {
            // There is no other form of it.
            type = "application/json";
        } else if (request.param("format") == null) {
            response.with("Vary", "Accept");
        }
        response.with("Content-Type", type + "; charset=utf-8");
        List<Map<String, Object>> listing = response.listing();
        if (listing == null || request.is("HEAD")) {
            return response;
        }
        FakeBody body = body(request, type, listing);
        response.status(body.length() == 0 ? 204 : 200);
        return response.body(body);
    }

    private static String type(SwiftRequest request) {
        String format = request.param("format");
        String accept = request.headers().get("Accept", "");
        if (format != null && !format.isEmpty()) {
            accept = switch (format.toLowerCase(Locale.ROOT)) {
                case "json" -> "application/json";
                case "xml" -> "application/xml";
                default -> "text/plain";
            };
        }
        Accept wanted = Accept.of(accept);
        if (wanted == null) {
            throw new Refused(400, "Invalid Accept header");
        }
        String type = wanted.best(TYPES);
        if (type == null) {
            throw new Refused(406);
        }
        return type;
    }

    private static FakeBody body(SwiftRequest request, String type, List<Map<String, Object>> listing) {
        if (type.endsWith("/json")) {
            return FakeBody.of(Json.bytes(listing));
        }
        return FakeBody.of(type.endsWith("/xml") ? xml(request, listing) : text(listing));
    }

    private static String text(List<Map<String, Object>> listing) {
        StringBuilder text = new StringBuilder();
        listing.forEach(entry ->
                text.append(entry.getOrDefault("name", entry.get("subdir"))).append('\n'));
        return text.toString();
    }

    private static String xml(SwiftRequest request, List<Map<String, Object>> listing) {
        boolean account = request.onAccount();
        String root = account ? "account" : "container";
        String item = account ? "container" : "object";
        String end = account ? "\n" : "";
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<")
                .append(root)
                .append(" name=\"")
                .append(escaped(account ? request.account() : request.container()))
                .append("\">")
                .append(end);
        for (Map<String, Object> entry : listing) {
            Object subdir = entry.get("subdir");
            if (subdir != null) {
                xml.append("<subdir name=\"").append(escaped(subdir)).append('"');
                xml.append(account ? " />" : "><name>" + escaped(subdir) + "</name></subdir>");
            } else {
                xml.append('<').append(item).append('>');
                for (String field : account ? CONTAINER_FIELDS : OBJECT_FIELDS) {
                    xml.append('<').append(field).append('>').append(escaped(entry.get(field)));
                    xml.append("</").append(field).append('>');
                }
                xml.append("</").append(item).append('>');
            }
            xml.append(end);
        }
        return xml.append("</").append(root).append('>').toString();
    }

    static String escaped(@Nullable Object value) {
        return String.valueOf(value)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
