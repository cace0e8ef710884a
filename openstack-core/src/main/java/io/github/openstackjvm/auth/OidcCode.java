package io.github.openstackjvm.auth;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.internal.json.JsonObject;
import io.github.openstackjvm.resource.Secret;
import org.jspecify.annotations.Nullable;

/** A code from a login that was done elsewhere (RFC 6749, 4.1.3). It is good for once. */
record OidcCode(Secret code, @Nullable URI redirect) implements OidcGrant {
    @Override
    public String type() {
        return "v3oidcauthcode";
    }

    @Override
    public List<Object> proof() {
        return List.of(code);
    }

    @Override
    public OAuthServer.Reply ask(AuthContext context, OidcClient client, JsonObject document) {
        return exchange(context, client, document, Map.of());
    }

    OAuthServer.Reply exchange(AuthContext context, OidcClient client, JsonObject document, Map<String, String> more) {
        Map<String, String> form = new LinkedHashMap<>(more);
        form.put("grant_type", "authorization_code");
        form.put("code", code.reveal());
        if (redirect != null) {
            form.put("redirect_uri", redirect.toString());
        }
        return new OAuthServer(context).granted(client.request(client.address(OidcClient.TOKENS, document), form));
    }

    @Override
    public boolean lasting() {
        return false;
    }
}
