package io.github.openstackjvm.resilience;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How it goes with a cloud, as far as this client has seen. Asking for it sends nothing. Nothing in it is secret.
 *
 * @param cloud its name
 * @param at when this was so, by the cloud's clock
 * @param token what is known of the token
 * @param retryBudget repetitions that are affordable right now; see {@link ResiliencePolicy.Retries#budget}
 * @param services what was asked so far, by service, region and interface; Identity's tokens and the version documents are
 *     the services {@code identity} and {@code discovery} without a region
 */
public record Health(String cloud, Instant at, Token token, int retryBudget, List<Service> services) {

    /** Copies the list. */
    public Health {
        services = List.copyOf(services);
    }

    /** Whether the credentials are not known to be refused, and no service is left alone. */
    public boolean well() {
        return !token.refused() && services.stream().noneMatch(service -> service.breaker() == Breaker.OPEN);
    }

    /**
     * What is known of the token.
     *
     * @param age since it was obtained; null when there is none
     * @param expiresAt null when there is none, or when it does not expire
     * @param refused whether the credentials were refused, and are not presented for a while
     */
    public record Token(@Nullable Duration age, @Nullable Instant expiresAt, boolean refused) {}

    /** The state of a circuit breaker. */
    public enum Breaker {
        /** Calls go through. */
        CLOSED,
        /** The service failed too often and is left alone for a while: calls fail at once. */
        OPEN,
        /** One call is let through to see whether the service is well again. */
        HALF_OPEN,
        /** There is none. */
        OFF
    }

    /**
     * One endpoint of a service.
     *
     * @param service its type
     * @param region null: none was asked for
     * @param face the interfaces allowed, or the address that a view was given for the service
     * @param breaker the state of its circuit breaker
     * @param inFlight requests that are under way
     * @param concurrency how many may be; 0: no limit
     * @param rate requests per second, over the latest ten seconds
     * @param rateLimit how many may be; 0: no limit
     * @param lastError null when there was none
     */
    public record Service(
            String service,
            @Nullable String region,
            String face,
            Breaker breaker,
            int inFlight,
            int concurrency,
            double rate,
            double rateLimit,
            @Nullable Failure lastError) {}

    /**
     * A request that failed: without an answer, or with a status from 500 on, or 429.
     *
     * @param at when
     * @param request verb and address, without secrets
     * @param outcome the status, or why there was no answer
     */
    public record Failure(Instant at, String request, String outcome) {}
}
