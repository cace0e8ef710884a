package io.github.openstackjvm.auth;

import java.util.Map;
import java.util.Objects;

import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.session.Token;
import org.jspecify.annotations.Nullable;

/**
 * Logs in with an application credential: {@code v3applicationcredential}. It belongs to one project, and Identity refuses
 * any scope beside it.
 */
public final class ApplicationCredentialAuth implements AuthMethod {
    private final String idOrName;
    /** Whose the name is; null when the id is given. */
    private final @Nullable User user;

    private final Secret secret;

    private ApplicationCredentialAuth(String idOrName, @Nullable User user, Secret secret) {
        this.idOrName = idOrName;
        this.user = user;
        this.secret = Objects.requireNonNull(secret, "secret");
        Check.given("The application credential's secret", secret.reveal());
    }

    /** A credential by its id. */
    public static ApplicationCredentialAuth id(String id, Secret secret) {
        return new ApplicationCredentialAuth(Check.given("The application credential's id", id), null, secret);
    }

    /** A credential by its name, of a user by its id. */
    public static ApplicationCredentialAuth ofUserId(String userId, String name, Secret secret) {
        return named(name, User.ofId(userId), secret);
    }

    /** A credential by its name, of a user of this domain. */
    public static ApplicationCredentialAuth ofUser(String user, Scope.Domain domain, String name, Secret secret) {
        return named(name, User.ofName(user, domain), secret);
    }

    private static ApplicationCredentialAuth named(String name, User user, Secret secret) {
        return new ApplicationCredentialAuth(Check.given("The application credential's name", name), user, secret);
    }

    @Override
    public String type() {
        return "v3applicationcredential";
    }

    @Override
    public Token authenticate(AuthContext context) {
        Map<String, Object> credential = user == null
                ? Map.of("id", idOrName, "secret", secret)
                : Map.of("name", idOrName, "user", user.wire(), "secret", secret);
        return TokenRequest.present(context, "application_credential", credential, scope());
    }

    /** What Identity chooses, which is the project for which the credential was made. */
    @Override
    public Scope scope() {
        return new Scope.Unspecified();
    }

    @Override
    public ApplicationCredentialAuth withScope(Scope other) {
        if (other instanceof Scope.Unspecified) {
            return this;
        }
        throw new UnsupportedOperationException("An application credential is good for the project it was made in, and "
                + "cannot be used for " + other + ": create one there, or log in with a password");
    }

    /** The credential and its user; never the secret. */
    @Override
    public String toString() {
        return type() + "[" + idOrName + (user == null ? "" : " of " + user) + "]";
    }
}
