package io.github.openstackjvm.internal.http;

import java.time.Duration;

import io.github.openstackjvm.error.OverLimit;
import io.github.openstackjvm.internal.http.Exchange.Link;
import io.github.openstackjvm.internal.resilience.Turns;
import io.github.openstackjvm.resilience.ResiliencePolicy.Throttle;
import io.github.openstackjvm.spi.Ticker;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.TransportException;

/** Sends no more requests at once, and no faster, than was asked for. */
final class Throttling implements Link {
    private final Turns turns;
    private final Observers observers;
    private final Failures failures;
    private final Ticker ticker;
    private final Link next;

    Throttling(Turns turns, Observers observers, Failures failures, Ticker ticker, Link next) {
        this.turns = turns;
        this.observers = observers;
        this.failures = failures;
        this.ticker = ticker;
        this.next = next;
    }

    @Override
    public HttpAnswer send(Exchange exchange) throws TransportException {
        long start = ticker.nanoTime();
        Turns.Limit limit = enter(exchange);
        if (limit != Turns.Limit.NONE) {
            throw new OverLimit(null, why(limit), failures.context(exchange, null), null);
        }
        Duration waited = Duration.ofNanos(ticker.nanoTime() - start);
        try {
            if (waited.toMillis() > 0) {
                observers.throttled(exchange, waited);
            }
            return next.send(exchange);
        } finally {
            turns.leave();
        }
    }

    private Turns.Limit enter(Exchange exchange) throws TransportException {
        try {
            return turns.enter(exchange.deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException(
                    TransportException.Reason.INTERRUPTED, false, "interrupted while waiting for its turn", e);
        }
    }

    private String why(Turns.Limit limit) {
        Throttle throttle = turns.throttle();
        String most = limit == Turns.Limit.CONCURRENCY
                ? throttle.concurrency() + " requests at once"
                : throttle.rate() + " requests per second";
        return "This client sends the service no more than " + most
                + ", as it was told to, and the call's turn did not come in time: nothing was sent";
    }
}
