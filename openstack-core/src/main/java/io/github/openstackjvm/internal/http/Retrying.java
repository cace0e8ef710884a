package io.github.openstackjvm.internal.http;

import java.time.Duration;

import io.github.openstackjvm.internal.http.Exchange.Link;
import io.github.openstackjvm.internal.http.RetryRules.Outcome;
import io.github.openstackjvm.internal.resilience.Repetition;
import io.github.openstackjvm.internal.resilience.RetryBudget;
import io.github.openstackjvm.resilience.ResiliencePolicy;
import io.github.openstackjvm.spi.Ticker;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.TransportException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Repeats what {@link RetryRules} allow, within the policy's attempts, the cloud's budget and the call's deadline. */
final class Retrying implements Link {
    private static final Logger LOG = LoggerFactory.getLogger("openstack.http");

    private final Repetition<Outcome> repetition;
    private final ResiliencePolicy.Retries policy;
    private final RetryBudget budget;
    private final Observers observers;
    private final Ticker ticker;
    private final Link next;

    Retrying(ResiliencePolicy.Retries policy, RetryBudget budget, Observers observers, Ticker ticker, Link next) {
        this.repetition = new Repetition<>("openstack", policy, RetryRules::again, RetryRules::pause);
        this.policy = policy;
        this.budget = budget;
        this.observers = observers;
        this.ticker = ticker;
        this.next = next;
    }

    @Override
    public HttpAnswer send(Exchange exchange) throws TransportException {
        Repetition<Outcome>.Run run = repetition.begin();
        budget.earn();
        while (true) {
            Outcome outcome = attempt(exchange);
            long pause = run.after(outcome);
            if (pause < 0 || !worthIt(exchange, pause)) {
                if (outcome.failure() != null) {
                    throw outcome.failure();
                }
                return answerOf(outcome);
            }
            exchange.mayHaveHappened |= outcome.failure() != null
                    ? outcome.failure().sent()
                    : answerOf(outcome).status() >= 500;
            observers.retrying(exchange, Duration.ofMillis(pause));
            if (outcome.answer() != null) {
                outcome.answer().close();
            }
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
    private boolean worthIt(Exchange exchange, long pauseMillis) {
        if (pauseMillis > policy.longestRetryAfter().toMillis()) {
            LOG.debug("{}: asked to wait {} ms, which is too long", exchange.url(), pauseMillis);
            return false;
        }
        if (ticker.nanoTime() + Duration.ofMillis(pauseMillis).toNanos() >= exchange.deadline) {
            return false;
        }
        return budget.spend();
    }

    private void rest(long millis, Exchange exchange) throws TransportException {
        if (millis == 0) {
            return;
        }
        try {
            ticker.sleep(Duration.ofMillis(millis));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException(
                    TransportException.Reason.INTERRUPTED,
                    exchange.mayHaveHappened,
                    "interrupted before the next attempt",
                    e);
        }
    }

    private static HttpAnswer answerOf(Outcome outcome) {
        if (outcome.answer() == null) {
            throw new IllegalStateException("An attempt ends with an answer or with a failure");
        }
        return outcome.answer();
    }
}
