package io.github.openstackjvm.auth;

import io.github.openstackjvm.spi.Ticker;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpCall;

/** What an {@link AuthMethod} needs to do its work. */
public interface AuthContext {

    /** Base URL of Identity's version 3, without a slash at its end, such as {@code https://cloud.example/identity/v3}. */
    String identityUrl();

    /**
     * Sends a request without a token, under the cloud's time limits, retries and circuit breaker, and returns the
     * answer whatever its status.
     *
     * @throws io.github.openstackjvm.error.OpenStackException when no answer came
     */
    HttpAnswer send(HttpCall call);

    /** The error for an answer that refuses: typed, with the service's words, never with what was sent. */
    RuntimeException refusal(HttpCall call, HttpAnswer answer);

    /** The cloud's clock. */
    Ticker ticker();
}
