package io.github.openstackjvm.auth;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.github.openstackjvm.resource.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Logs in with an application credential: {@code v3applicationcredential}. It belongs to one project, and Identity refuses
 * any scope beside it.
 */
public final class ApplicationCredentialAuth extends V3Auth<ApplicationCredentialAuth> {
    private final String idOrName;
    /** Whose the name is; null when the id is given. */
    private final @Nullable User user;

    private final Secret secret;

    private ApplicationCredentialAuth(String idOrName, @Nullable User user, Secret secret) {
        super(new Scope.Unspecified());
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

    static ApplicationCredentialAuth named(String name, User user, Secret secret) {
        return new ApplicationCredentialAuth(Check.given("The application credential's name", name), user, secret);
    }

    /** None but what Identity chooses, which is the project for which the credential was made. */
    @Override
    ApplicationCredentialAuth in(Scope other) {
        if (other.equals(scope())) {
            return this;
        }
        throw new UnsupportedOperationException("An application credential is good for the project it was made in, and "
                + "cannot be used for " + other + ": create one there, or log in with a password");
    }

    @Override
    public String type() {
        return "v3applicationcredential";
    }

    @Override
    List<Factor> factors(Instant now) {
        return List.of(new Factor(
                "application_credential",
                user == null
                        ? Map.of("id", idOrName, "secret", secret)
                        : Map.of("name", idOrName, "user", user.wire(), "secret", secret)));
    }

    @Override
    public Optional<Secret> fingerprint() {
        return Wire.fingerprint(this, idOrName, user == null ? "" : user.wire(), secret);
    }

    /** The credential and its user; never the secret. */
    @Override
    public String toString() {
        return type() + "[" + idOrName + (user == null ? "" : " of " + user) + "]";
    }
}
