package io.github.openstackjvm.internal.session;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

import io.github.openstackjvm.internal.json.Json;
import io.github.openstackjvm.internal.json.JsonObject;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.session.Endpoint;
import io.github.openstackjvm.session.Token;
import org.jspecify.annotations.Nullable;

/**
 * A token as a file: the document that Identity gave, its value beside it, and a digest of the credentials with which it was got,
 * without which it is not given out. The digest is salted and slow (PBKDF2), since passwords are short: whoever can read the
 * file has the token, and shall not get the password from it, too.
 */
final class TokenFile {
    private static final int ROUNDS = 100_000;
    private static final int SALT_BYTES = 16;
    private static final int DIGEST_BITS = 256;
    private static final SecureRandom RANDOM = new SecureRandom();

    private TokenFile() {}

    /** The token; empty when it is none, or was got with other credentials. */
    static Optional<Token> read(byte[] bytes, Secret credentials) throws IOException {
        JsonObject file = JsonObject.read(bytes);
        JsonObject token = file.object("token");
        byte[] salt = bytes(file, "salt");
        return token.isEmpty() || !MessageDigest.isEqual(bytes(file, "digest"), digest(credentials, salt))
                ? Optional.empty()
                : file.text("value")
                        .map(value -> TokenReader.of(
                                Secret.of(value), token, token.text("issuer").orElse(null)));
    }

    static byte[] write(Token token, Secret credentials) {
        Map<String, Object> document = new LinkedHashMap<>();
        put(document, "issuer", token.issuer());
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
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return Json.write(Map.of(
                "salt",
                text(salt),
                "digest",
                text(digest(credentials, salt)),
                "value",
                token.value(),
                "token",
                document));
    }

    private static byte[] digest(Secret credentials, byte[] salt) {
        PBEKeySpec text = new PBEKeySpec(credentials.reveal().toCharArray(), salt, ROUNDS, DIGEST_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(text)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM has no PBKDF2 with SHA-256", e);
        } finally {
            text.clearPassword();
        }
    }

    private static String text(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** Those that {@link #text} wrote; a single one when they are missing or damaged, which is nobody's digest. */
    private static byte[] bytes(JsonObject file, String name) {
        try {
            return file.text(name).map(HexFormat.of()::parseHex).orElse(new byte[1]);
        } catch (IllegalArgumentException e) {
            return new byte[1];
        }
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
