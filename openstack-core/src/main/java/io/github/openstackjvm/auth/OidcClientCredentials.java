package io.github.openstackjvm.auth;

import java.util.Map;

import io.github.openstackjvm.internal.json.JsonObject;

/** The client itself (RFC 6749, 4.4). */
record OidcClientCredentials() implements OidcGrant {
    @Override
    public String type() {
        return "v3oidcclientcredentials";
    }

    @Override
    public OAuthServer.Reply ask(AuthContext context, OidcClient client, JsonObject document) {
        return new OAuthServer(context)
                .granted(client.request(
                        client.address(OidcClient.TOKENS, document),
                        Map.of("grant_type", "client_credentials", "scope", client.scope())));
    }
}
