package io.github.openstackjvm.auth;

import java.time.Instant;
import java.util.List;

import io.github.openstackjvm.session.Token;
import io.github.openstackjvm.transport.HttpCall;

/**
 * A method that presents credentials to Identity's version 3: {@code POST /v3/auth/tokens}. Several of them can be
 * {@linkplain MultifactorAuth asked for together}.
 *
 * @param <M> the method itself
 */
public abstract class V3Auth<M extends V3Auth<M>> extends ScopedAuth<M> {
    V3Auth(Scope scope) {
        super(scope);
    }

    /** What is presented now: one of a kind, but for several factors. */
    abstract List<Factor> factors(Instant now);

    /** What is added to the request that presents them. */
    HttpCall signed(HttpCall call, Instant now) {
        return call;
    }

    @Override
    public Token authenticate(AuthContext context) {
        Instant now = context.ticker().now();
        return new TokenRequest(context).signed(call -> signed(call, now)).present(factors(now), scope());
    }
}
