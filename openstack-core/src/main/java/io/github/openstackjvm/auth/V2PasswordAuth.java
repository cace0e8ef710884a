package io.github.openstackjvm.auth;

import java.util.Map;

import io.github.openstackjvm.resource.Secret;

/** Logs in with a password at Identity's version 2.0: {@code v2password}. */
public final class V2PasswordAuth extends V2Auth<V2PasswordAuth> {
    private final String key;
    private final String user;
    private final Secret password;

    private V2PasswordAuth(String key, String user, Secret password, Scope scope) {
        super(scope);
        this.key = key;
        this.user = Check.given("The user", user);
        this.password = password;
    }

    /** A user by name. The password may be empty. */
    public static V2PasswordAuth user(String name, Secret password) {
        return new V2PasswordAuth("username", name, password, new Scope.Unspecified());
    }

    /** A user by its id. The password may be empty. */
    public static V2PasswordAuth userId(String id, Secret password) {
        return new V2PasswordAuth("userId", id, password, new Scope.Unspecified());
    }

    @Override
    V2PasswordAuth in(Scope other) {
        return new V2PasswordAuth(key, user, password, other);
    }

    @Override
    public String type() {
        return "v2password";
    }

    @Override
    String who() {
        return "user " + user;
    }

    @Override
    String key() {
        return "passwordCredentials";
    }

    @Override
    Map<String, Object> credentials() {
        return Map.of(key, user, "password", password);
    }
}
