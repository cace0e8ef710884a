package io.github.openstackjvm.auth;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.internal.json.JsonObject;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.transport.HttpCall;

/** A token of the provider that somebody else got. */
record OidcAccessToken(Secret token) implements OidcGrant {
    @Override
    public String type() {
        return "v3oidcaccesstoken";
    }

    @Override
    public List<Object> proof() {
        return List.of(token);
    }

    @Override
    public List<String> endpoints() {
        return List.of();
    }

    @Override
    public OAuthServer.Reply ask(AuthContext context, OidcClient client, JsonObject document) {
        // Nothing is asked: what it would be answered is there already.
        HttpCall none = HttpCall.get(context.identityUrl());
        return new OAuthServer.Reply(none, 200, new JsonObject(Map.of(client.tokenType(), token.reveal())));
    }
}
