package io.github.openstackjvm.auth;

import io.github.openstackjvm.session.Token;
import io.github.openstackjvm.transport.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** Sends no credentials, for services that stand alone, such as Ironic without Keystone: {@code none}. */
public final class NoAuth extends StandaloneAuth<NoAuth> {
    private NoAuth(@Nullable String endpoint) {
        super(endpoint);
    }

    /** Every service is at this address. */
    public static NoAuth at(String endpoint) {
        return new NoAuth(endpoint);
    }

    /** Each service needs an endpoint override. */
    public static NoAuth withoutEndpoint() {
        return new NoAuth(null);
    }

    @Override
    NoAuth self() {
        return this;
    }

    @Override
    public String type() {
        return "none";
    }

    @Override
    public HttpHeaders headers(Token token) {
        return HttpHeaders.EMPTY;
    }
}
