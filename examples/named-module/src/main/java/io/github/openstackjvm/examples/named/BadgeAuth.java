package io.github.openstackjvm.examples.named;

import java.util.Optional;

import io.github.openstackjvm.auth.AuthContext;
import io.github.openstackjvm.auth.AuthMethod;
import io.github.openstackjvm.auth.PasswordAuth;
import io.github.openstackjvm.auth.Scope;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.session.Token;

/** Logs in as the user of a badge. */
record BadgeAuth(String badge, Secret pin, Scope scope) implements AuthMethod {
    @Override
    public String type() {
        return "acme_badge";
    }

    @Override
    public Token authenticate(AuthContext context) {
        return login().authenticate(context);
    }

    @Override
    public AuthMethod withScope(Scope other) {
        return new BadgeAuth(badge, pin, other);
    }

    @Override
    public Optional<Secret> fingerprint() {
        return login().fingerprint();
    }

    private AuthMethod login() {
        return PasswordAuth.userId("badge-" + badge, pin).withScope(scope);
    }
}
