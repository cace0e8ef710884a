package io.github.openstackjvm.auth;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.github.openstackjvm.resource.Secret;

/** Logs in with a user's password: {@code v3password}. */
public final class PasswordAuth extends V3Auth<PasswordAuth> {
    /**
     * The domain of a user's name when none is given: the one with the id {@code default}, which every deployment has from
     * its installation on. Identity itself refuses a name without a domain (400), and keystoneauth does, too; the
     * {@code openstack} command assumes this one, and configurations rely on that.
     */
    static final Scope.Domain DEFAULT_DOMAIN = Scope.Domain.id("default");

    private final User user;
    private final Secret password;

    PasswordAuth(User user, Secret password, Scope scope) {
        super(scope);
        this.user = user;
        this.password = Objects.requireNonNull(password, "password");
    }

    /** A user of the domain whose id is {@code default}. The password may be empty. */
    public static PasswordAuth user(String name, Secret password) {
        return user(name, DEFAULT_DOMAIN, password);
    }

    /** A user of this domain. The password may be empty. */
    public static PasswordAuth user(String name, Scope.Domain domain, Secret password) {
        return new PasswordAuth(User.ofName(name, domain), password, new Scope.Unspecified());
    }

    /** A user by its id, which needs no domain. The password may be empty. */
    public static PasswordAuth userId(String id, Secret password) {
        return new PasswordAuth(User.ofId(id), password, new Scope.Unspecified());
    }

    @Override
    PasswordAuth in(Scope other) {
        return new PasswordAuth(user, password, other);
    }

    @Override
    public String type() {
        return "v3password";
    }

    @Override
    List<Factor> factors(Instant now) {
        return List.of(new Factor("password", Map.of("user", user.with("password", password))));
    }

    @Override
    public Optional<Secret> fingerprint() {
        return Wire.fingerprint(this, user.with("password", password));
    }

    /** User and scope; never the password. */
    @Override
    public String toString() {
        return type() + "[" + user + ", " + scope() + "]";
    }
}
