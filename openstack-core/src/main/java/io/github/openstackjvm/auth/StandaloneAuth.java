package io.github.openstackjvm.auth;

import java.util.Optional;

import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.session.Token;
import org.jspecify.annotations.Nullable;

/** What all methods have in common that ask nobody: no token is issued, no scope and no catalog is known. */
abstract class StandaloneAuth<M extends StandaloneAuth<M>> implements AuthMethod {
    private final @Nullable String endpoint;

    /**
     * A method without Identity.
     *
     * @param endpoint the address of every service; null: each needs an endpoint override
     */
    StandaloneAuth(@Nullable String endpoint) {
        this.endpoint = endpoint == null ? null : Check.address("The endpoint", endpoint);
    }

    /** The method itself. */
    abstract M self();

    @Override
    public Token authenticate(AuthContext context) {
        return Token.unissued(Secret.of(""));
    }

    @Override
    public Scope scope() {
        return new Scope.Unspecified();
    }

    @Override
    public final M withScope(Scope other) {
        if (other.equals(scope())) {
            return self();
        }
        throw new UnsupportedOperationException(
                "With " + type() + " there is no scope to choose: it cannot be used for " + other);
    }

    @Override
    public Optional<String> endpoint(ServiceType service) {
        return Optional.ofNullable(endpoint);
    }

    @Override
    public final boolean renewable() {
        return false;
    }

    /** The endpoint, for people. */
    final String where() {
        return endpoint == null ? "no endpoint" : endpoint;
    }

    /** What it is, and the endpoint. */
    @Override
    public String toString() {
        return type() + "[" + where() + "]";
    }
}
