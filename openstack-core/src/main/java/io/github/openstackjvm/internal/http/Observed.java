package io.github.openstackjvm.internal.http;

import java.time.Duration;
import java.time.Instant;

import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.internal.http.Exchange.Link;
import io.github.openstackjvm.spi.Ticker;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.TransportException;

/** Takes every attempt down: for the exception that may follow, for the log and for the listener. */
final class Observed implements Link {
    private final Observers observers;
    private final Ticker ticker;
    private final Link next;

    Observed(Observers observers, Ticker ticker, Link next) {
        this.observers = observers;
        this.ticker = ticker;
        this.next = next;
    }

    @Override
    public HttpAnswer send(Exchange exchange) throws TransportException {
        Instant at = ticker.now();
        long start = ticker.nanoTime();
        observers.started(exchange);
        try {
            HttpAnswer answer = next.send(exchange);
            Duration took = Duration.ofNanos(ticker.nanoTime() - start);
            exchange.attempts.add(new ErrorContext.Attempt(at, took, "status " + answer.status()));
            observers.answered(exchange, answer, took);
            return answer;
        } catch (TransportException | RuntimeException e) {
            Duration took = Duration.ofNanos(ticker.nanoTime() - start);
            exchange.attempts.add(new ErrorContext.Attempt(at, took, String.valueOf(e.getMessage())));
            observers.failed(exchange, e, took);
            throw e;
        }
    }
}
