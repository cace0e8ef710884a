package io.github.openstackjvm.auth;

import java.util.Map;

import io.github.openstackjvm.resource.Secret;

/** Logs in with a user's API key at Identity of Rackspace, whose extension of version 2.0 it is: {@code rackspace_apikey}. */
public final class ApiKeyAuth extends V2Auth<ApiKeyAuth> {
    private final String username;
    private final Secret key;

    private ApiKeyAuth(String username, Secret key, Scope scope) {
        super(scope);
        this.username = Check.given("The user's name", username);
        this.key = key;
        Check.given("The API key", key.reveal());
    }

    /** A user by name. */
    public static ApiKeyAuth of(String username, Secret apiKey) {
        return new ApiKeyAuth(username, apiKey, new Scope.Unspecified());
    }

    @Override
    ApiKeyAuth in(Scope other) {
        return new ApiKeyAuth(username, key, other);
    }

    @Override
    public String type() {
        return "rackspace_apikey";
    }

    @Override
    String who() {
        return "user " + username;
    }

    @Override
    String key() {
        return "RAX-KSKEY:apiKeyCredentials";
    }

    @Override
    Map<String, Object> credentials() {
        return Map.of("username", username, "apiKey", key);
    }
}
