package io.github.openstackjvm.auth;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.session.Token;

/** What all methods have in common that bring a user from elsewhere: first a token without a scope, then one for it. */
abstract class FederatedAuth<M extends AuthMethod> extends ScopedAuth<M> {
    FederatedAuth(Scope scope) {
        super(scope);
    }

    /**
     * Who is known now.
     *
     * @param identity base URL of the Identity that knows
     * @param token without a scope
     */
    record Arrival(String identity, Token token) {}

    /** Brings the user. */
    abstract Arrival arrive(AuthContext context);

    @Override
    public final Token authenticate(AuthContext context) {
        Arrival arrival = arrive(context);
        if (scope() instanceof Scope.Unspecified || scope() instanceof Scope.Unscoped) {
            return arrival.token();
        }
        Factor token = new Factor("token", Map.of("id", arrival.token().value()));
        return new TokenRequest(context, arrival.identity()).present(List.of(token), scope());
    }
}
