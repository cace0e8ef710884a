package io.github.openstackjvm.internal.http;

import java.time.Duration;
import java.util.StringJoiner;
import java.util.function.Consumer;

import io.github.openstackjvm.spi.CallListener;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.TransportException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log {@code openstack.http} and the caller's listener. Nothing that passes here shows a secret. */
final class Observers {
    private static final Logger LOG = LoggerFactory.getLogger("openstack.http");

    private final String service;
    private final String region;
    private final CallListener listener;

    /** For the calls of one service. */
    Observers(String service, String region, CallListener listener) {
        this.service = service;
        this.region = region;
        this.listener = listener;
    }

    void started(Exchange exchange) {
        if (LOG.isTraceEnabled()) {
            StringJoiner headers = new StringJoiner(", ");
            exchange.headers.forEach((name, value) -> headers.add(name + ": " + Redaction.header(name, value)));
            LOG.trace("-> {} {} [{}]", exchange.asked.method(), Redaction.url(exchange.url), headers);
        }
        tell(to -> to.started(attempt(exchange, exchange.attempts.size() + 1)));
    }

    void answered(Exchange exchange, HttpAnswer answer, Duration took) {
        if (LOG.isDebugEnabled()) {
            LOG.debug(
                    "{} {} answered {} after {} ms{}",
                    exchange.asked.method(),
                    Redaction.url(exchange.url),
                    answer.status(),
                    took.toMillis(),
                    RequestIds.of(answer.headers())
                            .map(id -> " (request " + id + ")")
                            .orElse(""));
        }
        tell(to -> to.answered(attempt(exchange, exchange.attempts.size()), answer.status(), took));
    }

    void failed(Exchange exchange, Exception failure, Duration took) {
        if (LOG.isDebugEnabled()) {
            LOG.debug(
                    "{} {} got no answer after {} ms: {}",
                    exchange.asked.method(),
                    Redaction.url(exchange.url),
                    took.toMillis(),
                    failure.getMessage());
        }
        String why = failure instanceof TransportException known
                ? known.reason().name()
                : failure.getClass().getSimpleName();
        tell(to -> to.failed(attempt(exchange, exchange.attempts.size()), why, took));
    }

    void retrying(Exchange exchange, Duration pause) {
        String why = exchange.attempts.get(exchange.attempts.size() - 1).outcome();
        if (LOG.isDebugEnabled()) {
            LOG.debug(
                    "{} {}: {}; again in {} ms",
                    exchange.asked.method(),
                    Redaction.url(exchange.url),
                    why,
                    pause.toMillis());
        }
        tell(to -> to.retrying(attempt(exchange, exchange.attempts.size()), why, pause));
    }

    /** What could be repeated is not. */
    void givingUp(Exchange exchange, String why) {
        if (LOG.isDebugEnabled()) {
            LOG.debug("{} {}: not repeated, {}", exchange.asked.method(), Redaction.url(exchange.url), why);
        }
    }

    /** The request waits until others are done, or for its time. */
    void throttled(Exchange exchange, Duration pause) {
        tell(to -> to.throttled(attempt(exchange, exchange.attempts.size() + 1), pause));
    }

    void authenticated(String cloud) {
        LOG.debug("A token was obtained for {}", cloud);
        tell(to -> to.authenticated(cloud));
    }

    /** A breaker changed. */
    void breakerChanged(String breaker, String from, String to) {
        LOG.info("The circuit breaker '{}' went from {} to {}", breaker, from, to);
        tell(hears -> hears.breakerChanged(breaker, from, to));
    }

    private CallListener.Attempt attempt(Exchange exchange, int number) {
        return new CallListener.Attempt(service, region, exchange.asked.method(), Redaction.url(exchange.url), number);
    }

    private void tell(Consumer<CallListener> what) {
        if (listener != CallListener.NONE) {
            try {
                what.accept(listener);
            } catch (RuntimeException e) {
                LOG.warn("The call listener failed; the call goes on", e);
            }
        }
    }
}
