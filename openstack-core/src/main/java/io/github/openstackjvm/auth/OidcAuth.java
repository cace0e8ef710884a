package io.github.openstackjvm.auth;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import io.github.openstackjvm.internal.json.JsonObject;
import io.github.openstackjvm.internal.session.TokenReader;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.session.Token;
import io.github.openstackjvm.spi.Prompt;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpCall;
import io.github.openstackjvm.transport.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Logs in at an identity provider by OpenID Connect, and shows what it gave to Identity: {@code v3oidcpassword} and its like.
 * When the provider gives a refresh token, it is used before the login is done again, so that a person is not asked each time
 * a token ends, nor for each further scope.
 */
public final class OidcAuth extends FederatedAuth<OidcAuth> {
    private final OidcClient client;
    private final OidcGrant grant;
    /** The latest one, for all scopes; null when there is none. */
    private final AtomicReference<@Nullable Secret> refresh;

    private OidcAuth(OidcClient client, OidcGrant grant, AtomicReference<@Nullable Secret> refresh, Scope scope) {
        super(scope);
        this.client = client;
        this.grant = grant;
        this.refresh = refresh;
    }

    private static OidcAuth by(OidcGrant grant, OidcClient client) {
        client.require(grant.endpoints());
        return new OidcAuth(client, grant, new AtomicReference<>(), new Scope.Unspecified());
    }

    /** With a user's name and password at the provider: {@code v3oidcpassword}. */
    public static OidcAuth password(OidcClient client, String username, Secret password) {
        return by(new OidcPassword(username, password), client);
    }

    /** As the client itself: {@code v3oidcclientcredentials}. */
    public static OidcAuth clientCredentials(OidcClient client) {
        return by(new OidcClientCredentials(), client);
    }

    /**
     * By a login in a browser on this machine, which comes back to an address of this machine: {@code v3oidcauthcode}. The
     * exchange is bound to this login by PKCE. The person has three minutes.
     *
     * @param redirect {@code http://localhost:8080/callback} or whatever loopback address the provider allows the client;
     *     port 0: a free one
     */
    public static OidcAuth browser(OidcClient client, URI redirect, Prompt prompt) {
        return by(new OidcBrowser(redirect, prompt), client);
    }

    /** With a code that a person got in a browser, for this redirect address: {@code v3oidcauthcode}. Good for once. */
    public static OidcAuth code(OidcClient client, Secret code, @Nullable URI redirect) {
        return by(new OidcCode(code, redirect), client);
    }

    /** By a login on another device, which is told an address and a code: {@code v3oidcdeviceauthz}. */
    public static OidcAuth device(OidcClient client, Prompt prompt) {
        return by(new OidcDevice(prompt), client);
    }

    /** With a token of the provider that somebody else got: {@code v3oidcaccesstoken}. */
    public static OidcAuth accessToken(String identityProvider, String protocol, Secret token) {
        return by(new OidcAccessToken(token), OidcClient.of(identityProvider, protocol, "none"));
    }

    @Override
    OidcAuth in(Scope other) {
        return new OidcAuth(client, grant, refresh, other);
    }

    @Override
    public String type() {
        return grant.type();
    }

    @Override
    public boolean renewable() {
        return grant.lasting() || refresh.get() != null;
    }

    @Override
    Arrival arrive(AuthContext context) {
        OAuthServer server = new OAuthServer(context);
        JsonObject document = client.document(server, grant.endpoints());
        OAuthServer.Reply granted = refreshed(server, document).orElseGet(() -> grant.ask(context, client, document));
        granted.body().text("refresh_token").ifPresent(token -> refresh.set(Secret.of(token)));
        return new Arrival(context.identityUrl(), unscoped(context, granted.part(client.tokenType())));
    }

    private Optional<OAuthServer.Reply> refreshed(OAuthServer server, JsonObject document) {
        Secret held = refresh.get();
        if (held == null) {
            return Optional.empty();
        }
        OAuthServer.Reply reply = server.ask(client.request(
                client.address(OidcClient.TOKENS, document),
                Map.of("grant_type", "refresh_token", "refresh_token", held.reveal())));
        if (reply.granted()) {
            return Optional.of(reply);
        } else if (reply.error().isEmpty() || reply.status() >= 500) {
            throw reply.refusal(); // the provider is in trouble: no reason to bother a person
        } else if (reply.error().equals("invalid_grant")) {
            refresh.compareAndSet(held, null); // it has ended, too
        }
        return Optional.empty();
    }

    private Token unscoped(AuthContext context, String theirs) {
        HttpHeaders headers =
                HttpHeaders.of("Authorization", "Bearer " + theirs).plus("Accept", "application/json");
        HttpCall call = Wire.post(client.federation(context.identityUrl()), headers, new byte[0]);
        try (HttpAnswer answer = context.send(call)) {
            if (answer.status() != 200 && answer.status() != 201) {
                throw context.refusal(call, answer);
            }
            return TokenReader.read(call, answer, context.identityUrl());
        }
    }

    @Override
    public Optional<Secret> fingerprint() {
        return Wire.fingerprint(this, client.fingerprint(), grant.proof());
    }

    /** Client, provider and scope; no secret. */
    @Override
    public String toString() {
        return type() + "[" + client + ", " + scope() + "]";
    }
}
