package io.github.openstackjvm.auth;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.github.openstackjvm.error.ConfigInvalid;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.session.Token;
import io.github.openstackjvm.transport.HttpHeaders;

/**
 * Uses Identity itself by the client's certificate alone, without any token: {@code v3tokenlessauth}. Other services do not
 * know this. The certificate is that of the connection, see
 * {@link io.github.openstackjvm.config.CloudConfigBuilder#clientCertificate}; Identity trusts its issuer and maps it to a
 * user.
 */
public final class TokenlessAuth extends ScopedAuth<TokenlessAuth> {
    private final String identity;

    private TokenlessAuth(String identity, Scope scope) {
        super(scope);
        this.identity = identity;
    }

    /**
     * At this address of Identity, with or without its version. A project or a domain must follow, see {@link #withScope}:
     * Identity takes no certificate without.
     */
    public static TokenlessAuth at(String authUrl) {
        return new TokenlessAuth(Check.address("The address of Identity", authUrl), new Scope.Unspecified());
    }

    @Override
    TokenlessAuth in(Scope other) {
        if (other instanceof Scope.Project || other instanceof Scope.Domain || other instanceof Scope.Unspecified) {
            return new TokenlessAuth(identity, other);
        }
        throw new UnsupportedOperationException(
                "Without a token, a project or a domain can be the scope, not " + other);
    }

    @Override
    public String type() {
        return "v3tokenlessauth";
    }

    /**
     * Asks nobody.
     *
     * @throws ConfigInvalid when no scope was given
     */
    @Override
    public Token authenticate(AuthContext context) {
        if (scope() instanceof Scope.Unspecified) {
            throw new ConfigInvalid(
                    List.of(type() + " needs a project or a domain: Identity takes no certificate without"));
        }
        return Token.unissued(Secret.of(""));
    }

    @Override
    public HttpHeaders headers(Token token) {
        if (scope() instanceof Scope.Project project) {
            if (project.id() != null) {
                return HttpHeaders.of("X-Project-Id", project.id());
            }
            Scope.Domain domain = Objects.requireNonNull(project.domain());
            return HttpHeaders.of("X-Project-Name", Objects.requireNonNull(project.name()))
                    .with(domain("X-Project-Domain-", domain));
        }
        return scope() instanceof Scope.Domain domain ? domain("X-Domain-", domain) : HttpHeaders.EMPTY;
    }

    private static HttpHeaders domain(String name, Scope.Domain domain) {
        return domain.id() != null
                ? HttpHeaders.of(name + "Id", domain.id())
                : HttpHeaders.of(name + "Name", Objects.requireNonNull(domain.name()));
    }

    @Override
    public Optional<String> endpoint(ServiceType service) {
        return service.equals(ServiceType.IDENTITY) ? Optional.of(identity) : Optional.empty();
    }

    @Override
    public boolean renewable() {
        return false;
    }

    @Override
    public String toString() {
        return type() + "[" + scope() + "]";
    }
}
