package io.github.openstackjvm.internal.http;

import java.time.Duration;
import java.util.StringJoiner;
import java.util.function.Consumer;

import io.github.openstackjvm.spi.CallListener;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpCall;
import io.github.openstackjvm.transport.TransportException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log {@code openstack.http} and the caller's listener. Nothing that passes here shows a secret. */
public final class Observers {
    private static final Logger LOG = LoggerFactory.getLogger("openstack.http");

    private final String service;
    private final String region;
    private final CallListener listener;

    /** For the calls of one service. */
    public Observers(String service, String region, CallListener listener) {
        this.service = service;
        this.region = region;
        this.listener = listener;
    }

    void started(Exchange exchange) {
        if (LOG.isTraceEnabled()) {
            HttpCall call = exchange.call();
            StringJoiner headers = new StringJoiner(", ");
            call.headers().forEach((name, value) -> headers.add(name + ": " + Redaction.header(name, value)));
            LOG.trace("-> {} {} [{}]", call.method(), Redaction.url(call.url()), headers);
        }
        tell(to -> to.started(attempt(exchange, exchange.attempts.size() + 1)));
    }

    void answered(Exchange exchange, HttpAnswer answer, Duration took) {
        if (LOG.isDebugEnabled()) {
            LOG.debug(
                    "{} {} answered {} after {} ms{}",
                    exchange.asked.method(),
                    Redaction.url(exchange.url()),
                    answer.status(),
                    took.toMillis(),
                    RequestIds.of(answer.headers())
                            .map(id -> " (request " + id + ")")
                            .orElse(""));
        }
        tell(to -> to.answered(attempt(exchange, exchange.attempts.size()), answer.status(), took));
    }

    void failed(Exchange exchange, TransportException failure, Duration took) {
        LOG.debug(
                "{} {} got no answer after {} ms: {}",
                exchange.asked.method(),
                Redaction.url(exchange.url()),
                took.toMillis(),
                failure.getMessage());
        tell(to -> to.failed(
                attempt(exchange, exchange.attempts.size()), failure.reason().name(), took));
    }

    void retrying(Exchange exchange, Duration pause) {
        String why = exchange.attempts.isEmpty()
                ? "failed"
                : exchange.attempts.get(exchange.attempts.size() - 1).outcome();
        LOG.debug(
                "{} {}: {}; again in {} ms",
                exchange.asked.method(),
                Redaction.url(exchange.url()),
                why,
                pause.toMillis());
        tell(to -> to.retrying(attempt(exchange, exchange.attempts.size()), why, pause));
    }

    /** A breaker changed. */
    public void breakerChanged(String breaker, String from, String to) {
        LOG.info("The circuit breaker '{}' went from {} to {}", breaker, from, to);
        tell(hears -> hears.breakerChanged(breaker, from, to));
    }

    private CallListener.Attempt attempt(Exchange exchange, int number) {
        return new CallListener.Attempt(
                service, region, exchange.asked.method(), Redaction.url(exchange.url()), number);
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
