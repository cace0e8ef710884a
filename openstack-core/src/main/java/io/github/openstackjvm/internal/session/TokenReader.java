package io.github.openstackjvm.internal.session;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.internal.json.JsonObject;
import io.github.openstackjvm.internal.json.LenientTime;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.session.Catalog;
import io.github.openstackjvm.session.Endpoint;
import io.github.openstackjvm.session.EndpointInterface;
import io.github.openstackjvm.session.Token;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpCall;
import org.jspecify.annotations.Nullable;

/**
 * Reads the token out of Identity's answer. Only what makes a token is insisted on: its value and a body with a
 * {@code token} object. All else may be missing or malformed, since a token without, say, a readable expiry still works.
 */
public final class TokenReader {
    private TokenReader() {}

    /**
     * The token in this answer, which has a status of success.
     *
     * @param issuer base URL of the Identity that gives it, with its version
     * @throws OpenStackException when there is none in it; the message says what is wrong
     */
    public static Token read(HttpCall call, HttpAnswer answer, String issuer) {
        String value = answer.headers()
                .first("X-Subject-Token")
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> unusable(call, answer, "it has no header X-Subject-Token"));
        JsonObject token = body(call, answer).object("token");
        if (token.isEmpty()) {
            throw unusable(call, answer, "its body has no object 'token'");
        }
        return of(Secret.of(value), token, issuer);
    }

    /** The token of this value that this document tells of. */
    static Token of(Secret value, JsonObject token, @Nullable String issuer) {
        return new Token(
                value,
                time(token, "issued_at"),
                time(token, "expires_at"),
                owner(token.object("user")),
                owner(token.object("project")),
                named(token.object("domain")),
                !token.object("system").isEmpty(),
                token.objects("roles").stream()
                        .flatMap(role -> role.text("name").stream())
                        .toList(),
                token.texts("methods"),
                catalog(token.objects("catalog")),
                token.objects("service_providers").stream()
                        .flatMap(one -> provider(one).stream())
                        .toList(),
                issuer);
    }

    private static Optional<Token.ServiceProvider> provider(JsonObject one) {
        return one.text("id")
                .flatMap(id -> one.text("auth_url")
                        .flatMap(auth -> one.text("sp_url").map(sp -> new Token.ServiceProvider(id, auth, sp))));
    }

    static JsonObject body(HttpCall call, HttpAnswer answer) {
        try {
            return JsonObject.read(answer.bytes());
        } catch (IOException e) {
            throw unusable(call, answer, "its body is unreadable: " + e.getMessage());
        }
    }

    private static Catalog catalog(List<JsonObject> services) {
        return new Catalog(services.stream()
                .flatMap(service ->
                        service.objects("endpoints").stream().flatMap(endpoint -> endpoint(service, endpoint).stream()))
                .toList());
    }

    /** Empty for what nobody can use: without type or address, or for an unknown kind of caller. */
    private static Optional<Endpoint> endpoint(JsonObject service, JsonObject endpoint) {
        Optional<String> type = service.text("type");
        Optional<String> url = endpoint.text("url");
        Optional<EndpointInterface> face = endpoint.text("interface").flatMap(TokenReader::face);
        if (type.isEmpty() || url.isEmpty() || face.isEmpty()) {
            return Optional.empty();
        }
        // "region" is the older name of "region_id"; keystone sends both, other implementations one of them.
        @Nullable
        String region =
                endpoint.text("region_id").or(() -> endpoint.text("region")).orElse(null);
        return Optional.of(new Endpoint(
                type.get(),
                service.text("name").orElse(null),
                face.get(),
                region,
                url.get().trim()));
    }

    private static Optional<EndpointInterface> face(String text) {
        String name = text.toLowerCase(Locale.ROOT);
        for (EndpointInterface one : EndpointInterface.values()) {
            if (name.equals(one.wire())) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    private static Token.@Nullable Owner owner(JsonObject object) {
        return object.text("id")
                .map(id -> new Token.Owner(id, object.text("name").orElse(id), named(object.object("domain"))))
                .orElse(null);
    }

    private static Token.@Nullable Named named(JsonObject object) {
        return object.text("id")
                .map(id -> new Token.Named(id, object.text("name").orElse(id)))
                .orElse(null);
    }

    static @Nullable Instant time(JsonObject token, String name) {
        return token.text(name).flatMap(LenientTime::parse).orElse(null);
    }

    private static OpenStackException unusable(HttpCall call, HttpAnswer answer, String why) {
        return unusable(call, answer, why, "3");
    }

    static OpenStackException unusable(HttpCall call, HttpAnswer answer, String why, String version) {
        @Nullable
        String request = answer.headers().first("X-OpenStack-Request-Id").orElse(null);
        // The body is left out of the context: whatever it is, it may be somebody's token.
        return new OpenStackException(
                call + " answered " + answer.status() + ", but no token: " + why
                        + ". Is this the address of Identity's version " + version + "?",
                new ErrorContext(
                        "identity", null, call.method(), call.url(), answer.status(), request, null, "", List.of()),
                null);
    }
}
