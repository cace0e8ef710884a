package io.github.openstackjvm.testkit.objectstore;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.github.openstackjvm.testkit.FakeBody;
import io.github.openstackjvm.testkit.engine.Json;
import org.jspecify.annotations.Nullable;

/** What became of many things that were done in one request, in the format that the client takes. */
final class Report {
    private static final List<String> FORMATS =
            List.of("text/plain", "application/json", "application/xml", "text/xml");

    private final String root;
    private final @Nullable String format;
    private final Map<String, Object> facts = new TreeMap<>();
    private final List<List<String>> failures = new ArrayList<>();

    /** A report within this XML element; without a format when the client takes none of those there are. */
    Report(String root, @Nullable String format) {
        this.root = root;
        this.format = format;
    }

    static @Nullable String format(SwiftRequest request, @Nullable String otherwise) {
        Accept accept = Accept.of(request.headers().get("Accept", ""));
        String best = accept == null ? null : accept.best(FORMATS);
        return best == null ? otherwise : best;
    }

    @Nullable
    String format() {
        return format;
    }

    void put(String name, Object value) {
        facts.put(name, value);
    }

    void failure(String name, String status) {
        failures.add(List.of(name, status));
    }

    boolean failed() {
        return !failures.isEmpty();
    }

    int failures() {
        return failures.size();
    }

    SwiftResponse response(int status) {
        return responseAfter(status, "");
    }

    SwiftResponse responseAfter(int status, String before) {
        SwiftResponse response = new SwiftResponse(status);
        if (format != null) {
            response.with("Content-Type", format);
        }
        return response.body(FakeBody.of(before + text()));
    }

    private String text() {
        if ("application/json".equals(format)) {
            Map<String, Object> all = Json.map();
            facts.forEach(all::put);
            all.put("Errors", failures);
            return new String(Json.bytes(all), java.nio.charset.StandardCharsets.UTF_8);
        }
        StringBuilder text = new StringBuilder();
        if (format != null && format.endsWith("/xml")) {
            text.append('<').append(root).append(">\n");
            facts.forEach((name, value) -> {
                String tag = name.replace(' ', '_').toLowerCase(Locale.ROOT);
                text.append('<').append(tag).append('>').append(ListingFormats.escaped(value));
                text.append("</").append(tag).append(">\n");
            });
            text.append("<errors>\n");
            failures.forEach(failure -> text.append("<object><name>")
                    .append(ListingFormats.escaped(failure.get(0)))
                    .append("</name><status>")
                    .append(ListingFormats.escaped(failure.get(1)))
                    .append("</status></object>\n"));
            return text.append("</errors>\n</").append(root).append(">\n").toString();
        }
        facts.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append('\n'));
        text.append("Errors:\n");
        failures.forEach(failure ->
                text.append(failure.get(0)).append(", ").append(failure.get(1)).append('\n'));
        return text.toString();
    }
}
