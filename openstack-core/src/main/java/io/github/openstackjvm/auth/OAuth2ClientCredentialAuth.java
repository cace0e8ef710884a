package io.github.openstackjvm.auth;

import java.util.Map;
import java.util.Optional;

import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.session.Token;
import io.github.openstackjvm.transport.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Logs in at Identity as OAuth 2.0 has it: {@code v3oauth2clientcredential}. The client is an application credential, so
 * the token is for the project of that. Services get the token both ways, as {@code X-Auth-Token} and as a bearer.
 */
public final class OAuth2ClientCredentialAuth extends ScopedAuth<OAuth2ClientCredentialAuth> {
    private final @Nullable String endpoint;
    private final String clientId;
    private final Secret clientSecret;

    private OAuth2ClientCredentialAuth(@Nullable String endpoint, String clientId, Secret clientSecret) {
        super(new Scope.Unspecified());
        this.endpoint = endpoint;
        this.clientId = Check.given("The client's id", clientId);
        this.clientSecret = clientSecret;
    }

    /** A client of Identity, at its usual address for this, {@code /v3/OS-OAUTH2/token}. */
    public static OAuth2ClientCredentialAuth of(String clientId, Secret clientSecret) {
        return new OAuth2ClientCredentialAuth(null, clientId, clientSecret);
    }

    /** The same at another address. */
    public static OAuth2ClientCredentialAuth at(String endpoint, String clientId, Secret clientSecret) {
        return new OAuth2ClientCredentialAuth(Check.address("The endpoint", endpoint), clientId, clientSecret);
    }

    @Override
    OAuth2ClientCredentialAuth in(Scope other) {
        if (other.equals(scope())) {
            return this;
        }
        throw new UnsupportedOperationException(
                "A client is good for the project of its application credential, and cannot be used for " + other);
    }

    @Override
    public String type() {
        return "v3oauth2clientcredential";
    }

    @Override
    public Token authenticate(AuthContext context) {
        String address = endpoint == null ? context.identityUrl() + "/OS-OAUTH2/token" : endpoint;
        OAuthServer.Reply granted = new OAuthServer(context)
                .granted(Wire.form(address, Map.of("grant_type", "client_credentials"))
                        .withHeader("Authorization", Wire.basic(clientId, clientSecret)));
        // The answer has neither catalog nor project; the token is one of Identity's own, and tells them.
        return new TokenRequest(context).lookUp(Secret.of(granted.part("access_token")));
    }

    @Override
    public HttpHeaders headers(Token token) {
        return super.headers(token)
                .with("Authorization", "Bearer " + token.value().reveal());
    }

    @Override
    public Optional<Secret> fingerprint() {
        return Wire.fingerprint(this, clientId, clientSecret, endpoint == null ? "" : endpoint);
    }

    /** The client; never the secret. */
    @Override
    public String toString() {
        return type() + "[" + clientId + "]";
    }
}
