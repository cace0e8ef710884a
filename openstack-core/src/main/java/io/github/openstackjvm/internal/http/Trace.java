package io.github.openstackjvm.internal.http;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

import io.github.openstackjvm.internal.json.Json;
import io.github.openstackjvm.transport.HttpBody;
import org.jspecify.annotations.Nullable;

/**
 * Where the work of a request shows, if it was carried out.
 *
 * @param url to GET; without secrets
 * @param name of what was to be made; null when the request gave none
 * @param since when it was sent for the first time
 */
record Trace(String url, @Nullable String name, Instant since) {
    private static final String ACTION = "/action";

    /** Of this request. */
    static Trace of(Exchange exchange, Instant now) {
        String path = Redaction.url(exchange.url.split("[?#]", 2)[0]);
        boolean action = path.endsWith(ACTION);
        Instant since =
                exchange.attempts.isEmpty() ? now : exchange.attempts.get(0).at();
        return new Trace(
                action ? path.substring(0, path.length() - ACTION.length()) : path,
                action || !exchange.asked.method().equals("POST") ? null : name(exchange.asked.body()),
                since);
    }

    /** The name in the body, at its top or under the key of the resource. */
    private static @Nullable String name(@Nullable HttpBody body) {
        if (!(body instanceof HttpBody.Bytes json)) {
            return null;
        }
        try {
            Map<String, Object> fields = Json.readObject(json.bytes());
            return Stream.concat(Stream.of(fields), fields.values().stream())
                    .map(part -> part instanceof Map<?, ?> named ? named.get("name") : null)
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .findFirst()
                    .orElse(null);
        } catch (IOException e) {
            return null; // a body of another kind
        }
    }

    /** What a person is told to do. */
    String advice() {
        return "It was sent and may have been carried out: GET " + url
                + (name == null ? "" : " and look for '" + Redaction.text(name) + "'")
                + " before trying again";
    }
}
