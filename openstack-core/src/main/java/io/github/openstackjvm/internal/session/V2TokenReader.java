package io.github.openstackjvm.internal.session;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.openstackjvm.internal.json.JsonObject;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.session.Catalog;
import io.github.openstackjvm.session.Endpoint;
import io.github.openstackjvm.session.EndpointInterface;
import io.github.openstackjvm.session.Token;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpCall;
import org.jspecify.annotations.Nullable;

/** Reads the token out of the answer of Identity's version 2.0: {@code access.token}, {@code access.serviceCatalog}. */
public final class V2TokenReader {
    private V2TokenReader() {}

    /**
     * The token in this answer, which has a status of success. How the user was authenticated, that version does not say.
     *
     * @param issuer base URL of the Identity that gives it, with its version
     * @throws io.github.openstackjvm.error.OpenStackException when there is none in it; the message says what is wrong
     */
    public static Token read(HttpCall call, HttpAnswer answer, String issuer) {
        JsonObject access = TokenReader.body(call, answer).object("access");
        JsonObject token = access.object("token");
        JsonObject user = access.object("user");
        String value = token.text("id")
                .orElseThrow(() -> TokenReader.unusable(call, answer, "its body has no access.token.id", "2.0"));
        return new Token(
                Secret.of(value),
                TokenReader.time(token, "issued_at"),
                TokenReader.time(token, "expires"),
                owner(user),
                owner(token.object("tenant")),
                null,
                false,
                user.objects("roles").stream()
                        .flatMap(role -> role.text("name").stream())
                        .toList(),
                List.of(),
                new Catalog(access.objects("serviceCatalog").stream()
                        .flatMap(V2TokenReader::endpoints)
                        .toList()),
                List.of(),
                issuer);
    }

    /** An entry with an address for each interface becomes one endpoint for each. */
    private static Stream<Endpoint> endpoints(JsonObject service) {
        String type = service.text("type").orElse("");
        @Nullable String name = service.text("name").orElse(null);
        return service.objects("endpoints").stream()
                .flatMap(one -> Stream.of(EndpointInterface.values())
                        .flatMap(face -> Optional.of(type)
                                .filter(some -> !some.isEmpty())
                                .flatMap(some -> one.text(face.wire() + "URL"))
                                .map(url -> new Endpoint(
                                        type, name, face, one.text("region").orElse(null), url.trim()))
                                .stream()));
    }

    /** Version 2.0 has no domains; some clouds of it number their tenants. */
    private static Token.@Nullable Owner owner(JsonObject object) {
        @Nullable Object id = object.members().get("id");
        return id == null
                ? null
                : new Token.Owner(String.valueOf(id), object.text("name").orElse(String.valueOf(id)), null);
    }
}
