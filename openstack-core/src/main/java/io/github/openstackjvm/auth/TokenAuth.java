package io.github.openstackjvm.auth;

import java.util.Map;
import java.util.Objects;

import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.session.Token;

/**
 * Uses a token that somebody else obtained: {@code v3token}. Without a scope it is used as it stands, with the scope it
 * has. {@linkplain #withScope With a scope} it is exchanged for another token, which expires when the given one does.
 */
public final class TokenAuth implements AuthMethod {
    private final Secret token;
    private final Scope scope;

    private TokenAuth(Secret token, Scope scope) {
        this.token = token;
        this.scope = Objects.requireNonNull(scope, "scope");
    }

    /** This token, with the scope it has. */
    public static TokenAuth of(Secret token) {
        Check.given("The token", token.reveal());
        return new TokenAuth(Secret.of(token.reveal().strip()), new Scope.Unspecified());
    }

    @Override
    public String type() {
        return "v3token";
    }

    /**
     * Looks the token up, or exchanges it. An exchange without a scope would be the wrong thing to do: Identity then picks
     * the user's default project, whatever the token was for.
     */
    @Override
    public Token authenticate(AuthContext context) {
        return scope instanceof Scope.Unspecified
                ? TokenRequest.lookUp(context, token.reveal())
                : TokenRequest.present(context, "token", Map.of("id", token), scope);
    }

    @Override
    public Scope scope() {
        return scope;
    }

    @Override
    public TokenAuth withScope(Scope other) {
        return new TokenAuth(token, other);
    }

    /** Only an exchanged token can be replaced by another one. */
    @Override
    public boolean renewable() {
        return !(scope instanceof Scope.Unspecified);
    }

    /** The scope; never the token. */
    @Override
    public String toString() {
        return type() + "[" + scope + "]";
    }
}
