package io.github.openstackjvm.auth;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.session.Token;

/**
 * Uses a token that somebody else obtained: {@code v3token}. Without a scope it is used as it stands, with the scope it
 * has. {@linkplain #withScope With a scope} it is exchanged for another token, which expires when the given one does.
 */
public final class TokenAuth extends V3Auth<TokenAuth> {
    private final Secret token;

    private TokenAuth(Secret token, Scope scope) {
        super(scope);
        this.token = token;
    }

    /** This token, with the scope it has. */
    public static TokenAuth of(Secret token) {
        return new TokenAuth(Secret.of(Check.given("The token", token.reveal()).strip()), new Scope.Unspecified());
    }

    @Override
    TokenAuth in(Scope other) {
        return new TokenAuth(token, other);
    }

    @Override
    public String type() {
        return "v3token";
    }

    @Override
    List<Factor> factors(Instant now) {
        return List.of(new Factor("token", Map.of("id", token)));
    }

    /**
     * Looks the token up, or exchanges it. An exchange without a scope would be the wrong thing to do: Identity then picks
     * the user's default project, whatever the token was for.
     */
    @Override
    public Token authenticate(AuthContext context) {
        return brought() ? new TokenRequest(context).lookUp(token) : super.authenticate(context);
    }

    @Override
    public Optional<Secret> fingerprint() {
        return Wire.fingerprint(this, token);
    }

    /** Unless it is exchanged for another one. */
    @Override
    public boolean brought() {
        return scope() instanceof Scope.Unspecified;
    }

    /** Only an exchanged token can be replaced by another one. */
    @Override
    public boolean renewable() {
        return !brought();
    }

    /** The scope; never the token. */
    @Override
    public String toString() {
        return type() + "[" + scope() + "]";
    }
}
