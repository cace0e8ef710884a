package io.github.openstackjvm.auth;

import java.time.Duration;
import java.util.List;

import io.github.openstackjvm.session.VersionInfo;
import io.github.openstackjvm.spi.Ticker;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpCall;

/** What an {@link AuthMethod} needs to do its work. */
public interface AuthContext {

    /** The address of Identity as the configuration has it, without a slash at its end; empty when it has none. */
    String authUrl();

    /** Base URL of Identity's version 3, without a slash at its end, such as {@code https://cloud.example/identity/v3}. */
    String identityUrl();

    /** The versions of its API that Identity announces; empty when it announces none. Asked once, then kept. */
    List<VersionInfo> identityVersions();

    /**
     * Sends a request without a token, under the cloud's time limits, retries and circuit breaker, and returns the
     * answer whatever its status.
     *
     * @throws io.github.openstackjvm.error.OpenStackException when no answer came
     */
    HttpAnswer send(HttpCall call);

    /** The error for an answer that refuses: typed, with the service's words, never with what was sent. */
    RuntimeException refusal(HttpCall call, HttpAnswer answer);

    /**
     * Waits on the cloud's clock, no longer than the call may take that needs the token.
     *
     * @throws io.github.openstackjvm.error.Cancelled when the thread is interrupted
     * @throws io.github.openstackjvm.error.Unavailable when the call's time is over
     */
    void pause(Duration duration);

    /** The cloud's clock. */
    Ticker ticker();
}
