package io.github.openstackjvm.auth;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.session.Token;

/** Logs in with a user's password: {@code v3password}. */
public final class PasswordAuth implements AuthMethod {
    /**
     * The domain of a user's name when none is given: the one with the id {@code default}, which every deployment has from
     * its installation on. Identity itself refuses a name without a domain (400), and keystoneauth does, too; the
     * {@code openstack} command assumes this one, and configurations rely on that.
     */
    static final Scope.Domain DEFAULT_DOMAIN = Scope.Domain.id("default");

    private final User user;
    private final Secret password;
    private final Scope scope;

    private PasswordAuth(User user, Secret password, Scope scope) {
        this.user = user;
        this.password = Objects.requireNonNull(password, "password");
        this.scope = Objects.requireNonNull(scope, "scope");
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
    public String type() {
        return "v3password";
    }

    @Override
    public Token authenticate(AuthContext context) {
        Map<String, Object> who = new HashMap<>(user.wire());
        who.put("password", password);
        return TokenRequest.present(context, "password", Map.of("user", who), scope);
    }

    @Override
    public Scope scope() {
        return scope;
    }

    @Override
    public PasswordAuth withScope(Scope other) {
        return new PasswordAuth(user, password, other);
    }

    /** User and scope; never the password. */
    @Override
    public String toString() {
        return type() + "[" + user + ", " + scope + "]";
    }
}
