package io.github.openstackjvm.internal.http;

import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.TransportException;

/** The way to one service of a cloud: every request of typed calls, adapters and streams passes here. Thread-safe. */
public final class Channel {
    private final Exchange.Link chain;
    private final Failures failures;

    Channel(Exchange.Link chain, Failures failures) {
        this.chain = chain;
        this.failures = failures;
    }

    /**
     * What came back.
     *
     * @param answer whatever its status
     * @param wasGone whether this deletion is a repetition that found nothing any more
     */
    public record Answered(HttpAnswer answer, boolean wasGone) {}

    /**
     * Sends, and turns an answer that refuses into an exception.
     *
     * @throws io.github.openstackjvm.error.OpenStackException for every status from 300 on, and when there was no answer
     */
    public Answered send(Outgoing asked) {
        Exchange exchange = new Exchange(asked);
        HttpAnswer answer = run(exchange);
        if (answer.status() < 300) {
            return new Answered(answer, false);
        }
        // The first attempt's answer was lost; the second finds that it did its work.
        if (answer.status() == 404 && asked.method().equals("DELETE") && exchange.mayHaveHappened) {
            return new Answered(answer, true);
        }
        throw failures.refused(exchange, answer);
    }

    /**
     * Sends, and returns the answer whatever its status.
     *
     * @throws io.github.openstackjvm.error.OpenStackException when there was no answer
     */
    public HttpAnswer sendUnchecked(Outgoing asked) {
        return run(new Exchange(asked));
    }

    /** The exception for an answer that {@link #sendUnchecked} returned. */
    public RuntimeException refusal(Outgoing asked, HttpAnswer answer) {
        return failures.refused(new Exchange(asked), answer);
    }

    private HttpAnswer run(Exchange exchange) {
        try {
            return chain.send(exchange);
        } catch (TransportException e) {
            throw failures.unanswered(exchange, e);
        }
    }
}
