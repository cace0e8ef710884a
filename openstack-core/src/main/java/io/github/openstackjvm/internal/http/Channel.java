package io.github.openstackjvm.internal.http;

import java.time.Duration;

import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.internal.wait.Deadline;
import io.github.openstackjvm.spi.Ticker;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.TransportException;

/** The way to one service of a cloud: every request of typed calls, adapters and streams passes here. Thread-safe. */
public final class Channel {
    private static final Duration UNLIMITED = Duration.ofSeconds(Long.MAX_VALUE);

    private final Exchange.Link chain;
    private final Object place;
    private final Failures failures;
    private final Duration deadline;
    private final Ticker ticker;

    /**
     * The way through this chain.
     *
     * @param place where it leads, and as whom
     * @param deadline for a whole call that names none
     */
    Channel(Exchange.Link chain, Object place, Failures failures, Duration deadline, Ticker ticker) {
        this.chain = chain;
        this.place = place;
        this.failures = failures;
        this.deadline = deadline;
        this.ticker = ticker;
    }

    /** Where it leads, and as whom: equal for channels of the same, whatever their policies. */
    Object place() {
        return place;
    }

    /**
     * What came back.
     *
     * @param answer whatever its status
     * @param repetition whether an earlier attempt may have been carried out although its answer was lost
     * @param wasGone whether this deletion is such a repetition, and found nothing any more
     */
    public record Answered(HttpAnswer answer, boolean repetition, boolean wasGone) {}

    /** An answer with any status, and the exception that it stands for. */
    public final class Unchecked {
        private final Exchange exchange;
        private final HttpAnswer answer;

        private Unchecked(Exchange exchange, HttpAnswer answer) {
            this.exchange = exchange;
            this.answer = answer;
        }

        /** Whatever its status. */
        public HttpAnswer answer() {
            return answer;
        }

        /** The exception to throw if the status is not what was hoped for. */
        public OpenStackException refusal() {
            return failures.refused(exchange, answer);
        }
    }

    /**
     * Sends, and turns an answer that refuses into an exception.
     *
     * @throws OpenStackException for every status from 300 on, and when there was no answer
     */
    public Answered send(Outgoing asked) {
        return send(asked, () -> {});
    }

    /** The same, which tells when it fails although one of its attempts may have been carried out. */
    Answered send(Outgoing asked, Runnable failedInDoubt) {
        Exchange exchange = exchange(asked);
        try {
            return send(exchange);
        } catch (OpenStackException e) {
            if (exchange.mayHaveHappened) {
                failedInDoubt.run();
            }
            throw e;
        }
    }

    private Answered send(Exchange exchange) {
        Outgoing asked = exchange.asked;
        HttpAnswer answer = run(exchange);
        if (answer.status() < 300) {
            return new Answered(answer, exchange.mayHaveHappened, false);
        }
        // The first attempt's answer was lost; the second finds that it did its work.
        if (answer.status() == 404 && asked.method().equals("DELETE") && exchange.mayHaveHappened) {
            return new Answered(answer, true, true);
        }
        throw failures.refused(exchange, answer);
    }

    /**
     * Sends, and returns the answer whatever its status.
     *
     * @throws OpenStackException when there was no answer
     */
    public Unchecked sendUnchecked(Outgoing asked) {
        Exchange exchange = exchange(asked);
        return new Unchecked(exchange, run(exchange));
    }

    private Exchange exchange(Outgoing asked) {
        Duration usual = asked.bulk() ? UNLIMITED : deadline;
        return new Exchange(asked, Deadline.after(asked.timeout() == null ? usual : asked.timeout(), ticker));
    }

    /** What breaks while the caller reads is told like everything else. */
    private HttpAnswer explained(Exchange exchange, HttpAnswer answer) {
        return HttpAnswer.streaming(
                answer.status(), answer.headers(), new Reading(answer.stream(), failures, exchange));
    }

    private HttpAnswer run(Exchange exchange) {
        try {
            HttpAnswer answer = chain.send(exchange);
            return answer.streaming() ? explained(exchange, answer) : answer;
        } catch (TransportException e) {
            throw failures.unanswered(exchange, e);
        }
    }
}
