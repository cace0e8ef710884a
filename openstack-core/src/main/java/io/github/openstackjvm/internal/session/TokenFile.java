package io.github.openstackjvm.internal.session;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.openstackjvm.internal.json.Json;
import io.github.openstackjvm.internal.json.JsonObject;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.session.Endpoint;
import io.github.openstackjvm.session.Token;
import org.jspecify.annotations.Nullable;

/** A token as a file: the document that Identity gave, and its value beside it. */
final class TokenFile {
    private TokenFile() {}

    /** Empty when it is none. */
    static Optional<Token> read(byte[] bytes) throws IOException {
        JsonObject file = JsonObject.read(bytes);
        JsonObject token = file.object("token");
        return token.isEmpty()
                ? Optional.empty()
                : file.text("value").map(value -> TokenReader.of(Secret.of(value), token));
    }

    static byte[] write(Token token) {
        Map<String, Object> document = new LinkedHashMap<>();
        put(document, "issued_at", token.issuedAt());
        put(document, "expires_at", token.expiresAt());
        put(document, "user", owner(token.user()));
        put(document, "project", owner(token.project()));
        put(document, "domain", named(token.domain()));
        if (token.system()) {
            document.put("system", Map.of("all", true));
        }
        document.put("methods", token.methods());
        document.put(
                "roles",
                token.roles().stream().map(role -> Map.of("name", role)).toList());
        document.put(
                "catalog",
                token.catalog().endpoints().stream().map(TokenFile::service).toList());
        document.put(
                "service_providers",
                token.serviceProviders().stream()
                        .map(one -> Map.of("id", one.id(), "auth_url", one.authUrl(), "sp_url", one.spUrl()))
                        .toList());
        return Json.write(Map.of("value", token.value(), "token", document));
    }

    /** An endpoint with its service around it. */
    private static Map<String, Object> service(Endpoint one) {
        Map<String, Object> endpoint = new LinkedHashMap<>();
        endpoint.put("interface", one.face().wire());
        endpoint.put("url", one.url());
        put(endpoint, "region_id", one.region());
        Map<String, Object> service = new LinkedHashMap<>();
        service.put("type", one.type());
        put(service, "name", one.serviceName());
        service.put("endpoints", new ArrayList<>(List.of(endpoint)));
        return service;
    }

    private static @Nullable Map<String, Object> owner(Token.@Nullable Owner owner) {
        if (owner == null) {
            return null;
        }
        Map<String, Object> written = new LinkedHashMap<>(Map.of("id", owner.id(), "name", owner.name()));
        put(written, "domain", named(owner.domain()));
        return written;
    }

    private static @Nullable Map<String, Object> named(Token.@Nullable Named named) {
        return named == null ? null : Map.of("id", named.id(), "name", named.name());
    }

    private static void put(Map<String, Object> map, String key, @Nullable Object value) {
        if (value != null) {
            map.put(key, value instanceof Instant ? value.toString() : value);
        }
    }
}
