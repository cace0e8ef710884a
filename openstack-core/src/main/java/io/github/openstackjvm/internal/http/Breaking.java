package io.github.openstackjvm.internal.http;

import java.util.Set;

import io.github.openstackjvm.error.Unavailable;
import io.github.openstackjvm.internal.http.Exchange.Link;
import io.github.openstackjvm.internal.resilience.Breaker;
import io.github.openstackjvm.spi.Ticker;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.TransportException;

/** Lets no call through to a service that failed too often; only what says something about the service counts. */
final class Breaking implements Link {
    private static final Set<Integer> FAILURES = Set.of(500, 502, 503, 504);

    private final Breaker breaker;
    private final Ticker ticker;
    private final Failures failures;
    private final Link next;

    Breaking(Breaker breaker, Ticker ticker, Failures failures, Link next) {
        this.breaker = breaker;
        this.ticker = ticker;
        this.failures = failures;
        this.next = next;
    }

    @Override
    public HttpAnswer send(Exchange exchange) throws TransportException {
        if (!breaker.enter()) {
            throw new Unavailable(
                    "The circuit breaker '" + breaker.name() + "' is open, since the service failed too often: "
                            + "nothing was sent. It will be tried again after a while",
                    failures.context(exchange, null),
                    null);
        }
        long start = ticker.nanoTime();
        boolean counted = false;
        try {
            HttpAnswer answer = next.send(exchange);
            counted = true;
            if (FAILURES.contains(answer.status())) {
                breaker.failed(
                        start,
                        new TransportException(TransportException.Reason.BROKEN, "status " + answer.status(), null));
            } else {
                breaker.worked(start);
            }
            return answer;
        } catch (TransportException e) {
            switch (e.reason()) {
                case UNREACHABLE, UNTRUSTED, STALE_CONNECTION, BROKEN, TIMEOUT, MALFORMED -> {
                    counted = true;
                    breaker.failed(start, e);
                }
                case NO_CONNECTION_FREE, SOURCE, INTERRUPTED, CLOSED -> {}
            }
            throw e;
        } finally {
            // Also when Identity failed on the way, which is not this service's fault.
            if (!counted) {
                breaker.abandoned();
            }
        }
    }
}
