package io.github.openstackjvm.spi;

import java.time.Duration;

/**
 * Is told what happens to calls: for metrics, tracing and logs of one's own. Called on the thread of the call; what it throws
 * is logged and otherwise ignored. Nothing it is given is secret.
 */
public interface CallListener {

    /** Hears nothing. */
    CallListener NONE = new CallListener() {};

    /**
     * One attempt of a call.
     *
     * @param service the service's type
     * @param region the region asked for, or an empty text
     * @param method the verb
     * @param url without the values of secret parameters
     * @param number of the attempt, from 1
     */
    record Attempt(String service, String region, String method, String url, int number) {}

    /** A request is about to be sent. */
    default void started(Attempt attempt) {}

    /** An answer came. */
    default void answered(Attempt attempt, int status, Duration took) {}

    /** No answer came. */
    default void failed(Attempt attempt, String why, Duration took) {}

    /** The call will be repeated after this pause. */
    default void retrying(Attempt attempt, String why, Duration pause) {}

    /** The request has waited so long for its turn, since the service is not to be sent more at once, or faster. */
    default void throttled(Attempt attempt, Duration waited) {}

    /** A circuit breaker went from one state to another, such as {@code CLOSED} to {@code OPEN}. */
    default void breakerChanged(String breaker, String from, String to) {}

    /** A token was obtained for this cloud, the first one or another. */
    default void authenticated(String cloud) {}
}
