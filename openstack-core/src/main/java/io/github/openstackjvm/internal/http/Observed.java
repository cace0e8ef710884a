package io.github.openstackjvm.internal.http;

import java.time.Duration;
import java.time.Instant;

import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.internal.http.Exchange.Link;
import io.github.openstackjvm.internal.resilience.EndpointState;
import io.github.openstackjvm.spi.Ticker;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.TransportException;

/** Takes every attempt down: for the exception that may follow, for the log, the listener, and the cloud's health. */
final class Observed implements Link {
    private final Observers observers;
    private final EndpointState endpoint;
    private final Ticker ticker;
    private final Link next;

    Observed(Observers observers, EndpointState endpoint, Ticker ticker, Link next) {
        this.observers = observers;
        this.endpoint = endpoint;
        this.ticker = ticker;
        this.next = next;
    }

    @Override
    public HttpAnswer send(Exchange exchange) throws TransportException {
        Instant at = ticker.now();
        long start = ticker.nanoTime();
        observers.started(exchange);
        endpoint.began();
        try {
            HttpAnswer answer = next.send(exchange);
            int status = answer.status();
            Duration took = note(exchange, at, start, "status " + status, status >= 500 || status == 429);
            observers.answered(exchange, answer, took);
            return answer;
        } catch (TransportException | RuntimeException e) {
            observers.failed(exchange, e, note(exchange, at, start, String.valueOf(e.getMessage()), true));
            throw e;
        } finally {
            endpoint.ended();
        }
    }

    private Duration note(Exchange exchange, Instant at, long start, String outcome, boolean failed) {
        Duration took = Duration.ofNanos(ticker.nanoTime() - start);
        exchange.attempts.add(new ErrorContext.Attempt(at, took, outcome));
        if (failed) {
            endpoint.failed(at.plus(took), exchange.asked.method() + " " + Redaction.url(exchange.url), outcome);
        }
        return took;
    }
}
