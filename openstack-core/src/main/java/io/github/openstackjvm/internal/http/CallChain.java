package io.github.openstackjvm.internal.http;

import java.time.Duration;

import io.github.openstackjvm.internal.http.Exchange.Link;
import io.github.openstackjvm.internal.resilience.Breaker;
import io.github.openstackjvm.internal.resilience.EndpointState;
import io.github.openstackjvm.internal.resilience.RetryBudget;
import io.github.openstackjvm.internal.resilience.Turns;
import io.github.openstackjvm.internal.wait.Interruptions;
import io.github.openstackjvm.resilience.ResiliencePolicy;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.spi.Ticker;
import io.github.openstackjvm.transport.HttpCall;
import io.github.openstackjvm.transport.TimeLimits;
import io.github.openstackjvm.transport.Transport;
import io.github.openstackjvm.transport.TransportException;

/** What stands between a call and the wire, for one service of one cloud. */
final class CallChain {
    private CallChain() {}

    /**
     * What the links need.
     *
     * @param endpoint what all who call it share
     */
    record Parts(
            ServiceType service,
            ResiliencePolicy policy,
            RetryBudget budget,
            EndpointState endpoint,
            Channels.Service access,
            String userAgent,
            Observers observers,
            Failures failures,
            Transport transport,
            Ticker ticker,
            Interruptions waits) {}

    /** The links, outermost first; read from the bottom up. */
    static Link assemble(Parts parts) {
        ResiliencePolicy policy = parts.policy;
        Ticker ticker = parts.ticker;
        // 8. The wire. What is left of the deadline bounds it.
        Link link = exchange -> parts.transport.exchange(call(exchange, policy.limits()));
        // 7. Every single exchange is seen, with what is really sent.
        link = new Observed(parts.observers, parts.endpoint, ticker, link);
        // 6. A redirect is followed with the same headers, token included: on the same origin only.
        link = new Redirecting(link);
        // 5. The microversion needs the address, whose documents tell what is offered.
        link = new Versioned(parts.service, parts.userAgent, parts.access, link);
        // 4. Below retry and breaker: a renewed token is neither a retry nor a failure of the service.
        link = new Authorized(parts.access, link);
        // 3. Below retry: a pause between attempts holds no place. Below the breaker: what it refuses takes no turn.
        if (!policy.throttle().equals(ResiliencePolicy.Throttle.NONE)) {
            Turns turns = parts.endpoint.turns(policy.throttle());
            link = new Throttling(turns, parts.observers, parts.failures, ticker, link);
        }
        // 2. Below retry: each attempt counts, and an open breaker ends the attempts.
        Breaker breaker = parts.endpoint.breaker(policy.breaker());
        if (breaker != null) {
            link = new Breaking(breaker, ticker, parts.failures, link);
        }
        // 1. Repeats whatever may be repeated, until the deadline, which the channel sets over all of it.
        return new Retrying(policy.retries(), parts.budget, parts.observers, ticker, parts.waits, link);
    }

    private static HttpCall call(Exchange exchange, TimeLimits limits) throws TransportException {
        if (exchange.deadline.passed()) {
            throw new TransportException(
                    TransportException.Reason.TIMEOUT, false, "the deadline of the call has passed", null);
        }
        Outgoing asked = exchange.asked;
        // Bulk data may take days, as long as bytes move, which the idle limit sees to.
        Duration total = asked.bulk() ? null : limits.total();
        TimeLimits left = limits.withTotal(total == null ? exchange.deadline.left() : exchange.deadline.atMost(total));
        return new HttpCall(asked.method(), exchange.url, exchange.headers, asked.body(), asked.streaming(), left);
    }
}
