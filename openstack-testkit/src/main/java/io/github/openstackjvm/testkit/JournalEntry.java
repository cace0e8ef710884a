package io.github.openstackjvm.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.openstackjvm.testkit.engine.Json;
import org.jspecify.annotations.Nullable;

/**
 * One call the fake cloud got. Secrets are not in it.
 *
 * @param at when, on the fake's clock
 * @param method the verb
 * @param path the whole path, such as {@code /compute/v2.1/servers}
 * @param operation the path below the service's version, such as {@code /servers}; the whole path when no service is meant
 * @param service the type of the service, such as {@code compute}; empty when no service is meant
 * @param query the query, decoded; secrets are masked
 * @param headers names in lower case; secrets are masked
 * @param body the body of the request as text; secrets are masked
 * @param status what was answered; 0 when the connection was dropped instead
 * @param effect whether the service itself handled the call: false when a fault answered in its place
 * @param known whether the fake knows such an operation
 */
public record JournalEntry(
        Instant at,
        HttpMethod method,
        String path,
        String operation,
        String service,
        Map<String, List<String>> query,
        Map<String, List<String>> headers,
        String body,
        int status,
        boolean effect,
        boolean known) {

    JournalEntry answered(int newStatus, boolean hadEffect) {
        return new JournalEntry(
                at, method, path, operation, service, query, headers, body, newStatus, hadEffect, known);
    }

    /** The values of a header, whatever the case of its name. */
    public List<String> headers(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /**
     * A value of the JSON body: a text, number, boolean, list or map. Empty when it is not there, or null.
     *
     * @param pointer where, such as {@code /server/name} or {@code /server/networks/0/uuid}
     */
    public Optional<Object> json(String pointer) {
        return has(pointer) ? Optional.ofNullable(find(pointer).get(0)) : Optional.empty();
    }

    /** Whether the JSON body has a value there, be it null. */
    public boolean has(String pointer) {
        return !find(pointer).isEmpty();
    }

    private List<@Nullable Object> find(String pointer) {
        @Nullable Object value = parsed();
        for (String part : pointer.isEmpty()
                ? List.<String>of()
                : List.of(pointer.substring(1).split("/", -1))) {
            String name = part.replace("~1", "/").replace("~0", "~");
            if (value instanceof Map<?, ?> map && map.containsKey(name)) {
                value = map.get(name);
            } else if (value instanceof List<?> list
                    && name.matches("\\d{1,9}")
                    && Integer.parseInt(name) < list.size()) {
                value = list.get(Integer.parseInt(name));
            } else {
                return List.of();
            }
        }
        return Collections.singletonList(value);
    }

    private @Nullable Object parsed() {
        try {
            return body.startsWith("{") || body.startsWith("[")
                    ? Json.read(body.getBytes(StandardCharsets.UTF_8))
                    : Map.of();
        } catch (JsonProcessingException e) {
            return Map.of();
        }
    }

    /** Method, path, query and status in one line. */
    @Override
    public String toString() {
        return method + " " + path + (query.isEmpty() ? "" : " " + query) + " -> "
                + (status == 0 ? "connection dropped" : status) + (effect ? "" : " (fault, no effect)");
    }
}
