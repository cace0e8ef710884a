package io.github.openstackjvm.auth;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.internal.json.JsonObject;
import io.github.openstackjvm.resource.Secret;

/** A user's name and password (RFC 6749, 4.3). */
record OidcPassword(String username, Secret password) implements OidcGrant {
    @Override
    public String type() {
        return "v3oidcpassword";
    }

    @Override
    public List<Object> proof() {
        return List.of(username, password);
    }

    @Override
    public OAuthServer.Reply ask(AuthContext context, OidcClient client, JsonObject document) {
        return new OAuthServer(context)
                .granted(client.request(
                        client.address(OidcClient.TOKENS, document),
                        Map.of(
                                "grant_type",
                                "password",
                                "username",
                                username,
                                "password",
                                password.reveal(),
                                "scope",
                                client.scope())));
    }
}
