package io.github.openstackjvm.auth;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.github.openstackjvm.internal.auth.OAuth1;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.transport.HttpCall;

/**
 * Acts with what a user has granted to a consumer: {@code v3oauth1}. Requests are signed, no secret is sent. The grant is for
 * one project, and Identity takes that one.
 */
public final class OAuth1Auth extends V3Auth<OAuth1Auth> {
    private final String consumerKey;
    private final Secret consumerSecret;
    private final String accessKey;
    private final Secret accessSecret;

    private OAuth1Auth(String consumerKey, Secret consumerSecret, String accessKey, Secret accessSecret) {
        super(new Scope.Unspecified());
        this.consumerKey = Check.given("The consumer's key", consumerKey);
        this.consumerSecret = consumerSecret;
        this.accessKey = Check.given("The access token's key", accessKey);
        this.accessSecret = accessSecret;
    }

    /** A consumer and its access token, each with its secret. */
    public static OAuth1Auth of(String consumerKey, Secret consumerSecret, String accessKey, Secret accessSecret) {
        return new OAuth1Auth(consumerKey, consumerSecret, accessKey, accessSecret);
    }

    @Override
    OAuth1Auth in(Scope other) {
        if (other.equals(scope())) {
            return this;
        }
        throw new UnsupportedOperationException(
                "An access token is good for the project it was granted for, and cannot be used for " + other);
    }

    @Override
    public String type() {
        return "v3oauth1";
    }

    @Override
    List<Factor> factors(Instant now) {
        return List.of(new Factor("oauth1", Map.of()));
    }

    @Override
    HttpCall signed(HttpCall call, Instant now) {
        String nonce = UUID.randomUUID().toString().replace("-", ""); // Keystone takes letters and digits only
        OAuth1 signer = new OAuth1(consumerKey, consumerSecret, Map.of("oauth_token", accessKey), accessSecret);
        return call.withHeader("Authorization", signer.header(call.method(), call.url(), now, nonce));
    }

    @Override
    public Optional<Secret> fingerprint() {
        return Wire.fingerprint(this, consumerKey, consumerSecret, accessKey, accessSecret);
    }

    /** Who acts by which grant. */
    @Override
    public String toString() {
        return type() + "[consumer " + consumerKey + ", access " + accessKey + "]";
    }
}
