package io.github.openstackjvm.internal.http;

import java.time.Duration;

import io.github.openstackjvm.internal.http.Exchange.Link;
import io.github.openstackjvm.internal.resilience.Breaker;
import io.github.openstackjvm.internal.resilience.RetryBudget;
import io.github.openstackjvm.resilience.ResiliencePolicy;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.spi.Ticker;
import io.github.openstackjvm.transport.Transport;
import io.github.openstackjvm.transport.TransportException;
import org.jspecify.annotations.Nullable;

/** What stands between a call and the wire, for one service of one cloud. */
final class CallChain {
    private CallChain() {}

    /**
     * What the links need.
     *
     * @param breaker null when there is none
     */
    record Parts(
            ServiceType service,
            ResiliencePolicy policy,
            RetryBudget budget,
            @Nullable Breaker breaker,
            Channels.Service access,
            String userAgent,
            Observers observers,
            Failures failures,
            Transport transport,
            Ticker ticker) {}

    /** The links, outermost first; read from the bottom up. */
    static Link assemble(Parts parts) {
        ResiliencePolicy policy = parts.policy;
        Ticker ticker = parts.ticker;
        // 7. The wire. What is left of the deadline bounds it.
        Link link = exchange -> parts.transport.exchange(
                exchange.call().withLimits(policy.limits().withTotal(left(exchange, ticker, policy))));
        // 6. Every single attempt is seen, with what is really sent.
        link = new Observed(parts.observers, ticker, link);
        // 5. The microversion needs the address, whose documents tell what is offered.
        link = new Versioned(parts.service, parts.userAgent, parts.access, link);
        // 4. Below retry and breaker: a renewed token is neither a retry nor a failure of the service.
        link = new Authorized(parts.access, policy.limits(), link);
        // 3. Below retry: each attempt counts, and an open breaker ends the attempts.
        if (parts.breaker != null) {
            link = new Breaking(parts.breaker, ticker, parts.failures, link);
        }
        // 2. Repeats whatever may be repeated.
        link = new Retrying(policy.retries(), parts.budget, parts.observers, ticker, link);
        // 1. One deadline over all attempts and pauses.
        Link rest = link;
        return exchange -> {
            Duration deadline = exchange.asked.timeout() == null ? policy.deadline() : exchange.asked.timeout();
            exchange.deadline = ticker.nanoTime() + deadline.toNanos();
            return rest.send(exchange);
        };
    }

    private static Duration left(Exchange exchange, Ticker ticker, ResiliencePolicy policy) throws TransportException {
        Duration left = Duration.ofNanos(exchange.deadline - ticker.nanoTime());
        if (left.isNegative() || left.isZero()) {
            throw new TransportException(
                    TransportException.Reason.TIMEOUT, false, "the deadline of the call has passed", null);
        }
        Duration total = policy.limits().total();
        return total == null || left.compareTo(total) < 0 ? left : total;
    }
}
