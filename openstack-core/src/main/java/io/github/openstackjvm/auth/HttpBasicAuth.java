package io.github.openstackjvm.auth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.session.Token;
import io.github.openstackjvm.transport.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** Sends a name and a password with every request, for services that stand alone behind them: {@code http_basic}. */
public final class HttpBasicAuth implements AuthMethod {
    private final String username;
    private final Secret password;
    private final @Nullable String endpoint;

    private HttpBasicAuth(String username, Secret password, @Nullable String endpoint) {
        this.username = Check.given("The user's name", username);
        if (username.indexOf(':') >= 0) {
            throw new IllegalArgumentException("A user's name must not hold a colon here: it ends the name");
        }
        this.password = password;
        this.endpoint = endpoint;
    }

    /** Every service is at this address. */
    public static HttpBasicAuth at(String endpoint, String username, Secret password) {
        return new HttpBasicAuth(username, password, Check.address("The endpoint", endpoint));
    }

    /** Each service needs an endpoint override. */
    public static HttpBasicAuth withoutEndpoint(String username, Secret password) {
        return new HttpBasicAuth(username, password, null);
    }

    @Override
    public String type() {
        return "http_basic";
    }

    @Override
    public Token authenticate(AuthContext context) {
        return Token.unissued(Secret.of(""));
    }

    @Override
    public Scope scope() {
        return new Scope.Unspecified();
    }

    @Override
    public HttpBasicAuth withScope(Scope other) {
        if (other instanceof Scope.Unspecified) {
            return this;
        }
        throw new UnsupportedOperationException("Basic authentication knows no scope: cannot be used for " + other);
    }

    @Override
    public HttpHeaders headers(Token token) {
        byte[] pair = (username + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
        return HttpHeaders.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    @Override
    public Optional<String> endpoint() {
        return Optional.ofNullable(endpoint);
    }

    @Override
    public boolean renewable() {
        return false;
    }

    /** User and endpoint; never the password. */
    @Override
    public String toString() {
        return type() + "[user " + username + ", " + (endpoint == null ? "no endpoint" : endpoint) + "]";
    }
}
