package io.github.openstackjvm.auth;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.github.openstackjvm.internal.json.Json;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.transport.HttpBody;
import io.github.openstackjvm.transport.HttpCall;
import io.github.openstackjvm.transport.HttpHeaders;
import io.github.openstackjvm.transport.TimeLimits;

/** How things are written in the requests of the methods of authentication. */
final class Wire {
    private Wire() {}

    /** A POST of JSON. */
    static HttpCall json(String url, Map<String, Object> body) {
        HttpHeaders headers = HttpHeaders.of("Content-Type", "application/json").plus("Accept", "application/json");
        return post(url, headers, Json.write(body));
    }

    /** A POST of a form. */
    static HttpCall form(String url, Map<String, String> fields) {
        HttpHeaders headers = HttpHeaders.of("Content-Type", "application/x-www-form-urlencoded")
                .plus("Accept", "application/json");
        return post(url, headers, query(fields).getBytes(StandardCharsets.UTF_8));
    }

    static HttpCall post(String url, HttpHeaders headers, byte[] body) {
        return new HttpCall("POST", url, headers, HttpBody.of(body), false, TimeLimits.DEFAULT);
    }

    /** Names and values as in a query. */
    static String query(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The value of the header {@code Authorization}. */
    static String basic(String user, Secret password) {
        byte[] pair = (user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** See {@link AuthMethod#fingerprint}: of a method in its scope, and all that it proves with. */
    static Optional<Secret> fingerprint(AuthMethod method, Object... proof) {
        Object parts = sorted(List.of(method.type(), scope(method.scope()), List.of(proof)));
        return Optional.of(Secret.of(new String(Json.write(parts), StandardCharsets.UTF_8)));
    }

    /** The same with keys in their order, which is another one in each process. */
    private static Object sorted(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, item) -> sorted.put(String.valueOf(key), sorted(item)));
            return sorted;
        }
        return value instanceof List<?> list ? list.stream().map(Wire::sorted).toList() : value;
    }

    /** A domain by id or name. */
    static Map<String, Object> domain(Scope.Domain domain) {
        return domain.id() != null ? Map.of("id", domain.id()) : Map.of("name", Objects.requireNonNull(domain.name()));
    }

    /** A scope; empty text when Identity shall choose. */
    static Object scope(Scope scope) {
        if (scope instanceof Scope.Project project) {
            return Map.of("project", project(project));
        } else if (scope instanceof Scope.Domain domain) {
            return Map.of("domain", domain(domain));
        } else if (scope instanceof Scope.Trust trust) {
            return Map.of("OS-TRUST:trust", Map.of("id", trust.id()));
        } else if (scope instanceof Scope.Deployment) {
            return Map.of("system", Map.of("all", true));
        }
        return scope instanceof Scope.Unscoped ? "unscoped" : "";
    }

    private static Map<String, Object> project(Scope.Project project) {
        return project.id() != null
                ? Map.of("id", project.id())
                : Map.of(
                        "name",
                        Objects.requireNonNull(project.name()),
                        "domain",
                        domain(Objects.requireNonNull(project.domain())));
    }
}
