package io.github.openstackjvm.auth;

import java.util.List;

import io.github.openstackjvm.internal.json.JsonObject;

/** One way to get a token of an identity provider. */
interface OidcGrant {

    /** Its name in configuration, such as {@code v3oidcpassword}. */
    String type();

    /** The addresses of the provider that it needs, as the provider's document names them. */
    default List<String> endpoints() {
        return List.of(OidcClient.TOKENS);
    }

    /** What it proves with; nothing when a person is asked, or the client is enough. */
    default List<Object> proof() {
        return List.of();
    }

    /** Gets one. */
    OAuthServer.Reply ask(AuthContext context, OidcClient client, JsonObject document);

    /** Whether it works again when the token has ended, with nobody there. */
    default boolean lasting() {
        return true;
    }
}
