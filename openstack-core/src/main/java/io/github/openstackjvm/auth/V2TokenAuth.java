package io.github.openstackjvm.auth;

import java.util.Map;

import io.github.openstackjvm.resource.Secret;

/** Exchanges a token at Identity's version 2.0: {@code v2token}. */
public final class V2TokenAuth extends V2Auth<V2TokenAuth> {
    private final Secret token;

    private V2TokenAuth(Secret token, Scope scope) {
        super(scope);
        this.token = token;
    }

    /** This token; without a scope, for one that has none. */
    public static V2TokenAuth of(Secret token) {
        return new V2TokenAuth(
                Secret.of(Check.given("The token", token.reveal()).strip()), new Scope.Unspecified());
    }

    @Override
    V2TokenAuth in(Scope other) {
        return new V2TokenAuth(token, other);
    }

    @Override
    public String type() {
        return "v2token";
    }

    @Override
    String who() {
        return "whose token it is";
    }

    @Override
    String key() {
        return "token";
    }

    @Override
    Map<String, Object> credentials() {
        return Map.of("id", token);
    }
}
