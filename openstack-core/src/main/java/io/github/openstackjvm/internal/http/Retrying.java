package io.github.openstackjvm.internal.http;

import java.time.Duration;

import io.github.openstackjvm.internal.http.Exchange.Link;
import io.github.openstackjvm.internal.http.RetryRules.Outcome;
import io.github.openstackjvm.internal.resilience.Repetition;
import io.github.openstackjvm.internal.resilience.RetryBudget;
import io.github.openstackjvm.internal.wait.Interruptions;
import io.github.openstackjvm.resilience.ResiliencePolicy;
import io.github.openstackjvm.spi.Ticker;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.TransportException;

/** Repeats what {@link RetryRules} allow, within the policy's attempts, the cloud's budget and the call's deadline. */
final class Retrying implements Link {
    private final Repetition<Outcome> repetition;
    private final ResiliencePolicy.Retries policy;
    private final RetryBudget budget;
    private final Observers observers;
    private final Ticker ticker;
    private final Interruptions waits;
    private final Link next;

    Retrying(
            ResiliencePolicy.Retries policy,
            RetryBudget budget,
            Observers observers,
            Ticker ticker,
            Interruptions waits,
            Link next) {
        RetryRules rules = new RetryRules(policy);
        this.repetition = new Repetition<>(policy.attempts(), rules::again, rules::pause);
        this.policy = policy;
        this.budget = budget;
        this.observers = observers;
        this.ticker = ticker;
        this.waits = waits;
        this.next = next;
    }

    @Override
    public HttpAnswer send(Exchange exchange) throws TransportException {
        Repetition<Outcome>.Run run = repetition.begin();
        budget.earn();
        while (true) {
            Outcome outcome = attempt(exchange);
            long millis = run.after(outcome);
            if (millis < 0 || !worthIt(exchange, Duration.ofMillis(millis))) {
                return outcome.answerOrThrow();
            }
            Duration pause = Duration.ofMillis(millis);
            if (outcome.failure() != null) {
                exchange.afterFailure++;
            } else {
                exchange.afterStatus++;
            }
            exchange.mayHaveHappened |= RetryRules.mayHaveHappened(outcome);
            observers.retrying(exchange, pause);
            outcome.close();
            rest(pause, exchange);
        }
    }

    private Outcome attempt(Exchange exchange) {
        try {
            return new Outcome(exchange, next.send(exchange), null, ticker.now());
        } catch (TransportException e) {
            return new Outcome(exchange, null, e, ticker.now());
        }
    }

    /** Whether the pause fits below the cap and the deadline, and the budget has one repetition left. */
    private boolean worthIt(Exchange exchange, Duration pause) {
        String against = null;
        if (pause.compareTo(policy.longestRetryAfter()) > 0) {
            against = "since the service asks for a pause of " + pause.toSeconds() + " s";
        } else if (pause.compareTo(exchange.deadline.left()) >= 0) {
            against = "since the deadline comes first";
        } else if (!budget.spend()) {
            against = "since too many calls of this cloud fail: the budget for repetitions is spent";
        }
        if (against != null) {
            observers.givingUp(exchange, against);
        }
        return against == null;
    }

    private void rest(Duration pause, Exchange exchange) throws TransportException {
        if (pause.isZero()) {
            return;
        }
        try {
            waits.during(() -> ticker.sleep(pause));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException(
                    TransportException.Reason.INTERRUPTED,
                    exchange.mayHaveHappened,
                    "interrupted before the next attempt",
                    e);
        }
    }
}
