package io.github.openstackjvm.testkit.identity;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

import io.github.openstackjvm.testkit.FakeRequest;
import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.HttpMethod;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;

/** OAuth 2: a token for who shows an application credential as client. Its refusals are of OAuth's form, not Keystone's. */
final class FakeOAuth2 implements FakeResource {
    private final FakeIdentity keystone;
    private final FakeTokens tokens;
    private final Duration lifetime;

    FakeOAuth2(FakeIdentity keystone, FakeTokens tokens, Duration lifetime) {
        this.keystone = keystone;
        this.tokens = tokens;
        this.lifetime = lifetime;
    }

    @Override
    public void routes(Routes routes) {
        routes.post("/OS-OAUTH2/token", this::token).open();
    }

    private FakeResponse token(Call call) {
        String given = call.header("Authorization").orElse("");
        if (given.isEmpty()) {
            return refused(call, 401, "invalid_client", "OAuth2.0 client authorization is required.");
        }
        if (!given.startsWith("Basic ")) {
            return refused(
                    call,
                    401,
                    "invalid_client",
                    "OAuth2.0 client authorization type " + given.split(" ", 2)[0].toLowerCase(Locale.ROOT)
                            + " is not supported.");
        }
        String[] pair =
                new String(Base64.getDecoder().decode(given.substring(6)), StandardCharsets.UTF_8).split(":", 2);
        if (pair.length < 2 || pair[0].isEmpty() || pair[1].isEmpty()) {
            return refused(call, 401, "invalid_client", "OAuth2.0 client authorization is invalid.");
        }
        String form = new String(call.request().body().bytes(), StandardCharsets.UTF_8);
        String grant = FakeRequest.of(
                        HttpMethod.GET,
                        "http://form/?" + form,
                        call.request().headers(),
                        call.request().body())
                .parameters()
                .getOrDefault("grant_type", List.of(""))
                .get(0);
        if (grant.isEmpty()) {
            return refused(call, 400, "invalid_request", "The parameter grant_type is required.");
        } else if (!grant.equals("client_credentials")) {
            return refused(
                    call, 400, "unsupported_grant_type", "The parameter grant_type " + grant + " is not supported.");
        }
        try {
            Row credential = keystone.collection("application_credentials")
                    .find(pair[0])
                    .orElseThrow(() -> Refusal.notFound("Could not find Application Credential: " + pair[0] + "."));
            Row token = tokens.byCredential(credential, pair[1]);
            return Json.reply(
                    200,
                    Json.map(
                            "access_token", token.id(),
                            "token_type", "Bearer",
                            "expires_in", lifetime.toSeconds()));
        } catch (Refusal refusal) {
            return refusal.status() == 401
                    ? refused(call, 401, "invalid_client", refusal.message())
                    : refused(
                            call,
                            refusal.status(),
                            "other_error",
                            "An unknown error occurred and failed to get an OAuth2.0 access token.");
        }
    }

    private static FakeResponse refused(Call call, int status, String error, String description) {
        FakeResponse response = Json.reply(status, Json.map("error", error, "error_description", description));
        return status == 401 ? response.with("WWW-Authenticate", "Keystone uri=\"" + call.base() + "\"") : response;
    }
}
