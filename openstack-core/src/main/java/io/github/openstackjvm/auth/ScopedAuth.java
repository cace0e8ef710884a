package io.github.openstackjvm.auth;

import java.util.Objects;

/** What all methods have in common whose credentials are good for more than one scope. */
abstract class ScopedAuth<M extends AuthMethod> implements AuthMethod {
    private final Scope scope;

    ScopedAuth(Scope scope) {
        this.scope = Objects.requireNonNull(scope, "scope");
    }

    /** The same for another scope. */
    abstract M in(Scope other);

    @Override
    public final Scope scope() {
        return scope;
    }

    @Override
    public final M withScope(Scope other) {
        return in(other);
    }
}
