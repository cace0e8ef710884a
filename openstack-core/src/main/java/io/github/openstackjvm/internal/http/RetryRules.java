package io.github.openstackjvm.internal.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import io.github.openstackjvm.internal.resilience.Repetition;
import io.github.openstackjvm.resilience.ResiliencePolicy;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.TransportException;
import org.jspecify.annotations.Nullable;

/** What is repeated. The reasons stand beside the rules; nothing else in this library repeats a request. */
final class RetryRules {
    private final ResiliencePolicy.Retries policy;

    RetryRules(ResiliencePolicy.Retries policy) {
        this.policy = policy;
    }

    /**
     * What one attempt came to: an answer or a failure.
     *
     * @param exchange whose attempt it was
     * @param answer null when there was none
     * @param failure null when there was an answer
     * @param now when it ended
     */
    record Outcome(
            Exchange exchange,
            @Nullable HttpAnswer answer,
            @Nullable TransportException failure,
            Instant now) {

        HttpAnswer answerOrThrow() throws TransportException {
            if (failure != null) {
                throw failure;
            }
            return Objects.requireNonNull(answer);
        }

        void close() {
            if (answer != null) {
                answer.close();
            }
        }

        private @Nullable Duration retryAfter() {
            return answer == null ? null : RetryAfter.of(answer.headers(), now);
        }
    }

    /** Whether another attempt makes sense and can do no harm. */
    boolean again(Outcome outcome) {
        Exchange exchange = outcome.exchange;
        if (!exchange.repeatable()) {
            return false;
        } else if (outcome.failure != null) {
            return exchange.afterFailure < policy.afterFailure().retries() && again(outcome.failure, exchange);
        }
        return outcome.answer != null
                && exchange.afterStatus < policy.afterStatus().retries()
                && (isListed(outcome.answer.status(), exchange)
                        || again(outcome.answer.status(), outcome.retryAfter(), exchange));
    }

    /** What the caller lists: a status below 500 says that nothing was done; a refused token is renewed, not repeated. */
    private boolean isListed(int status, Exchange exchange) {
        return policy.statuses().contains(status) && status != 401 && (status < 500 || exchange.idempotent());
    }

    private static boolean again(TransportException failure, Exchange exchange) {
        return switch (failure.reason()) {
            // Nothing was sent: any verb may try again.
            case UNREACHABLE -> true;
            // Sent, and the answer lost: only what may be done twice.
            case STALE_CONNECTION, BROKEN, TIMEOUT -> !failure.sent() || exchange.idempotent();
            // The pool was waited for long enough; a certificate does not get better; the rest ends the call.
            case NO_CONNECTION_FREE, UNTRUSTED, MALFORMED, SOURCE, INTERRUPTED, CLOSED -> false;
        };
    }

    private static boolean again(int status, @Nullable Duration asked, Exchange exchange) {
        // Cinder answers a used-up quota with 413 and "Retry-After: 0".
        boolean pause = asked != null && !asked.isZero();
        return switch (status) {
            // Refused before any work was done.
            case 429 -> true;
            // Rate limits also come as 403, 413 and 503; then Retry-After tells them from refusals.
            case 403, 413 -> pause;
            case 503 -> asked != null || exchange.idempotent();
            // A proxy gave up on a service that may still be working.
            case 502, 504 -> exchange.idempotent();
            // Anything may have happened. One more try for what reads or deletes.
            case 500 ->
                exchange.afterStatus + exchange.afterFailure == 0
                        && exchange.idempotent()
                        && !exchange.asked.method().equals("PUT");
            default -> false;
        };
    }

    /** The pause the server asked for; none for a connection that was merely too old; else what the policy says. */
    Duration pause(Outcome outcome) {
        if (outcome.failure != null) {
            return outcome.failure.reason() == TransportException.Reason.STALE_CONNECTION
                    ? Duration.ZERO
                    : Repetition.pause(policy.afterFailure(), outcome.exchange.afterFailure);
        }
        Duration asked = outcome.retryAfter();
        return asked != null ? asked : Repetition.pause(policy.afterStatus(), outcome.exchange.afterStatus);
    }

    /** Whether the service may have done what this attempt asked for, although it did not say so. */
    static boolean mayHaveHappened(Outcome outcome) {
        return outcome.failure != null
                ? outcome.failure.sent()
                : outcome.answer != null && mayHaveHappened(outcome.answer.status(), outcome.retryAfter());
    }

    /** The same of an answer with this status. */
    static boolean mayHaveHappened(int status, @Nullable Duration retryAfter) {
        return switch (status) {
            case 500, 502, 504 -> true;
            // With a pause it is refused for now; without one it comes from whoever lost the service on the way.
            case 503 -> retryAfter == null;
            default -> false;
        };
    }
}
