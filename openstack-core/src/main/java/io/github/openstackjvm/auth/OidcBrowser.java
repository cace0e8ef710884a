package io.github.openstackjvm.auth;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.error.Unauthenticated;
import io.github.openstackjvm.internal.auth.Callback;
import io.github.openstackjvm.internal.json.JsonObject;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.spi.Prompt;

/** A login in a browser on this machine, which is sent back to a port of this machine (RFC 8252), with PKCE (RFC 7636). */
record OidcBrowser(URI redirect, Prompt prompt) implements OidcGrant {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final SecureRandom RANDOM = new SecureRandom();

    OidcBrowser {
        Callback.check(redirect);
    }

    @Override
    public String type() {
        return "v3oidcauthcode";
    }

    @Override
    public List<String> endpoints() {
        return List.of(OidcClient.TOKENS, OidcClient.LOGIN);
    }

    @Override
    public OAuthServer.Reply ask(AuthContext context, OidcClient client, JsonObject document) {
        String verifier = random();
        String state = random();
        try (Callback callback = Callback.listen(redirect)) {
            Map<String, String> query = new LinkedHashMap<>();
            query.put("response_type", "code");
            query.put("client_id", client.clientId());
            query.put("redirect_uri", callback.address().toString());
            query.put("scope", client.scope());
            query.put("state", state);
            query.put("code_challenge", challenge(verifier));
            query.put("code_challenge_method", "S256");
            String page = client.address(OidcClient.LOGIN, document);
            prompt.visit(URI.create(page + (page.contains("?") ? "&" : "?") + Wire.query(query)), null);
            Map<String, String> back = callback.await(
                    PATIENCE, () -> context.pause(Duration.ZERO), came -> state.equals(came.get("state")));
            String code = back.get("code");
            if (code == null) {
                throw new Unauthenticated(
                        "The login in the browser ended with " + back.getOrDefault("error", "no code")
                                + (back.containsKey("error_description") ? ": " + back.get("error_description") : ""),
                        ErrorContext.NONE,
                        null);
            }
            return new OidcCode(Secret.of(code), callback.address())
                    .exchange(context, client, document, Map.of("code_verifier", verifier));
        }
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM has no SHA-256", e);
        }
    }
}
