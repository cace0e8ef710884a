package io.github.openstackjvm.auth;

import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.session.Token;
import org.jspecify.annotations.Nullable;

/**
 * Sends a token as it stands, and looks up neither it nor an address: {@code admin_token}. For a token that Identity does
 * not know, such as the one with which an installation begins; see {@link TokenAuth} for one that it issued.
 */
public final class AdminTokenAuth extends StandaloneAuth<AdminTokenAuth> {
    private final Secret token;

    private AdminTokenAuth(@Nullable String endpoint, Secret token) {
        super(endpoint);
        this.token = Secret.of(Check.given("The token", token.reveal()).strip());
    }

    /** Every service is at this address. */
    public static AdminTokenAuth at(String endpoint, Secret token) {
        return new AdminTokenAuth(endpoint, token);
    }

    /** Each service needs an endpoint override. */
    public static AdminTokenAuth withoutEndpoint(Secret token) {
        return new AdminTokenAuth(null, token);
    }

    @Override
    AdminTokenAuth self() {
        return this;
    }

    @Override
    public String type() {
        return "admin_token";
    }

    @Override
    public Token authenticate(AuthContext context) {
        return Token.unissued(token);
    }
}
