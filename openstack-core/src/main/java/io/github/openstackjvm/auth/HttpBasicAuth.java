package io.github.openstackjvm.auth;

import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.session.Token;
import io.github.openstackjvm.transport.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** Sends a name and a password with every request, for services that stand alone behind them: {@code http_basic}. */
public final class HttpBasicAuth extends StandaloneAuth<HttpBasicAuth> {
    private final String username;
    private final Secret password;

    private HttpBasicAuth(@Nullable String endpoint, String username, Secret password) {
        super(endpoint);
        this.username = Check.given("The user's name", username);
        if (username.indexOf(':') >= 0) {
            throw new IllegalArgumentException("A user's name must not hold a colon here: it ends the name");
        }
        this.password = password;
    }

    /** Every service is at this address. */
    public static HttpBasicAuth at(String endpoint, String username, Secret password) {
        return new HttpBasicAuth(endpoint, username, password);
    }

    /** Each service needs an endpoint override. */
    public static HttpBasicAuth withoutEndpoint(String username, Secret password) {
        return new HttpBasicAuth(null, username, password);
    }

    @Override
    HttpBasicAuth self() {
        return this;
    }

    @Override
    public String type() {
        return "http_basic";
    }

    @Override
    public HttpHeaders headers(Token token) {
        return HttpHeaders.of("Authorization", Wire.basic(username, password));
    }

    /** User and endpoint; never the password. */
    @Override
    public String toString() {
        return "http_basic[user " + username + ", " + where() + "]";
    }
}
