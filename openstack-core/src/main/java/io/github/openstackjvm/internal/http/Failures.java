package io.github.openstackjvm.internal.http;

import java.time.Instant;
import java.util.List;

import feign.Request;
import io.github.openstackjvm.error.Cancelled;
import io.github.openstackjvm.error.Closed;
import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.error.OutcomeUnknown;
import io.github.openstackjvm.error.Unavailable;
import io.github.openstackjvm.spi.Ticker;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.TransportException;
import org.jspecify.annotations.Nullable;

/** Turns what went wrong with a call of one service into the exception for its caller. */
final class Failures {
    private final String service;
    private final @Nullable String region;
    private final Ticker ticker;

    Failures(String service, @Nullable String region, Ticker ticker) {
        this.service = service;
        this.region = region;
        this.ticker = ticker;
    }

    /** The service said no, or somebody on the way said that it did not answer. */
    OpenStackException refused(Exchange exchange, HttpAnswer answer) {
        Instant now = ticker.now();
        OpenStackException refusal = ErrorMapper.map(
                answer.status(),
                answer.headers(),
                answer.streaming() ? new byte[0] : answer.bytes(),
                facts(exchange),
                now);
        boolean inDoubt = RetryRules.mayHaveHappened(answer.status(), RetryAfter.of(answer.headers(), now));
        exchange.mayHaveHappened |= inDoubt;
        return inDoubt && !exchange.idempotent()
                ? unknown(exchange, String.valueOf(refusal.getMessage()), refusal.context(), null)
                : refusal;
    }

    /** No answer came. */
    OpenStackException unanswered(Exchange exchange, TransportException cause) {
        ErrorContext context = context(exchange, cause.getMessage());
        String sentence = facts(exchange).sentence("got no answer", cause.getMessage(), null);
        exchange.mayHaveHappened |= cause.sent();
        if (!exchange.idempotent() && exchange.mayHaveHappened) {
            return unknown(exchange, sentence, context, cause);
        }
        return byReason(cause, sentence, context);
    }

    /** The answer came, and ended before its end. */
    OpenStackException brokenOff(Exchange exchange, TransportException cause, long bytes) {
        ErrorContext context = context(exchange, cause.getMessage());
        String sentence =
                facts(exchange).sentence("broke off after " + bytes + " bytes of its answer", cause.getMessage(), null);
        return byReason(cause, sentence, context);
    }

    private static OpenStackException byReason(TransportException cause, String sentence, ErrorContext context) {
        return switch (cause.reason()) {
            case INTERRUPTED -> new Cancelled(sentence, context, cause);
            case CLOSED -> new Closed(sentence, context, cause);
            case SOURCE, MALFORMED -> new OpenStackException(sentence, context, cause);
            case UNREACHABLE, UNTRUSTED, NO_CONNECTION_FREE, STALE_CONNECTION, BROKEN, TIMEOUT ->
                new Unavailable(sentence, context, cause);
        };
    }

    private OutcomeUnknown unknown(
            Exchange exchange, String sentence, ErrorContext context, @Nullable TransportException cause) {
        Trace trace = Trace.of(exchange, ticker.now());
        return new OutcomeUnknown(
                sentence + ". " + trace.advice(), context, trace.url(), trace.name(), trace.since(), cause);
    }

    /** The circumstances of a call that has no answer. */
    ErrorContext context(Exchange exchange, @Nullable String words) {
        return facts(exchange).context(0, new Fault(words, null, null, ""));
    }

    /** The answer was well but for its body. */
    static OpenStackException unreadable(Request request, int status, @Nullable String why) {
        String url = Redaction.url(request.url().substring(Apis.SERVICE.length()));
        String method = request.httpMethod().name();
        return new OpenStackException(
                method + " " + url + " answered " + status + " with a body that cannot be read: " + why,
                new ErrorContext(null, null, method, url, status, null, why, "", List.of()),
                null);
    }

    private CallFacts facts(Exchange exchange) {
        // Otherwise one would wonder why a connection that broke, or a token that ran out, was the end of it.
        String note = exchange.repeatable() ? null : "its body can be read only once: it was not sent again";
        return new CallFacts(service, region, exchange.asked.method(), exchange.url, exchange.attempts, note);
    }
}
