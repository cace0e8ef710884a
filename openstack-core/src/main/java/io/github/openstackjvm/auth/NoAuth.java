package io.github.openstackjvm.auth;

import java.util.Optional;

import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.session.Token;
import io.github.openstackjvm.transport.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** Sends no credentials, for services that stand alone, such as Ironic without Keystone: {@code none}. */
public final class NoAuth implements AuthMethod {
    private final @Nullable String endpoint;

    private NoAuth(@Nullable String endpoint) {
        this.endpoint = endpoint;
    }

    /** Every service is at this address. */
    public static NoAuth at(String endpoint) {
        return new NoAuth(Check.address("The endpoint", endpoint));
    }

    /** Each service needs an endpoint override. */
    public static NoAuth withoutEndpoint() {
        return new NoAuth(null);
    }

    @Override
    public String type() {
        return "none";
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
    public NoAuth withScope(Scope other) {
        if (other instanceof Scope.Unspecified) {
            return this;
        }
        throw new UnsupportedOperationException(
                "Without authentication there is no scope: cannot be used for " + other);
    }

    @Override
    public HttpHeaders headers(Token token) {
        return HttpHeaders.EMPTY;
    }

    @Override
    public Optional<String> endpoint() {
        return Optional.ofNullable(endpoint);
    }

    @Override
    public boolean renewable() {
        return false;
    }

    @Override
    public String toString() {
        return type() + "[" + (endpoint == null ? "no endpoint" : endpoint) + "]";
    }
}
