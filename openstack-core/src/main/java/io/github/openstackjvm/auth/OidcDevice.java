package io.github.openstackjvm.auth;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.error.Unauthenticated;
import io.github.openstackjvm.internal.json.JsonObject;
import io.github.openstackjvm.spi.Prompt;

/** A login on another device, while this one asks again and again whether it is done (RFC 8628). */
record OidcDevice(Prompt prompt) implements OidcGrant {
    private static final Duration SLOWER = Duration.ofSeconds(5);

    @Override
    public String type() {
        return "v3oidcdeviceauthz";
    }

    @Override
    public List<String> endpoints() {
        return List.of(OidcClient.TOKENS, OidcClient.DEVICES);
    }

    @Override
    public OAuthServer.Reply ask(AuthContext context, OidcClient client, JsonObject document) {
        OAuthServer server = new OAuthServer(context);
        OAuthServer.Reply offer = server.granted(
                client.request(client.address(OidcClient.DEVICES, document), Map.of("scope", client.scope())));
        String tokens = client.address(OidcClient.TOKENS, document);
        Map<String, String> question = Map.of(
                "grant_type", "urn:ietf:params:oauth:grant-type:device_code", "device_code", offer.part("device_code"));
        Duration interval = seconds(offer.body(), "interval", 5);
        Instant end = context.ticker().now().plus(seconds(offer.body(), "expires_in", 600));
        tell(offer);
        while (context.ticker().now().isBefore(end)) {
            context.pause(interval);
            OAuthServer.Reply reply = server.ask(client.request(tokens, question));
            if (reply.granted()) {
                return reply;
            } else if (reply.error().equals("slow_down")) {
                interval = interval.plus(SLOWER);
            } else if (!reply.error().equals("authorization_pending")) {
                throw reply.refusal();
            }
        }
        throw new Unauthenticated("Nobody logged in with the code that was shown, in time", ErrorContext.NONE, null);
    }

    /** With the code in the address, where the provider has such a one: then there is nothing to enter. */
    private void tell(OAuthServer.Reply offer) {
        JsonObject body = offer.body();
        String code = offer.part("user_code");
        body.text("verification_uri_complete")
                .ifPresentOrElse(
                        whole -> prompt.visit(URI.create(whole), code),
                        () -> prompt.visit(URI.create(offer.part("verification_uri")), code));
    }

    private static Duration seconds(JsonObject body, String name, long usual) {
        return Duration.ofSeconds(body.members().get(name) instanceof Number number ? number.longValue() : usual);
    }
}
