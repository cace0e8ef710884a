package io.github.openstackjvm.internal.resilience;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.openstackjvm.resilience.Health;
import io.github.openstackjvm.resilience.ResiliencePolicy;
import io.github.openstackjvm.spi.Ticker;
import org.jspecify.annotations.Nullable;

/** What all callers of one endpoint share: its breaker, its turns, and what happened lately. */
public final class EndpointState {
    private final String service;
    private final @Nullable String region;
    private final String face;
    private final @Nullable Breaker breaker;
    private final Turns turns;
    private final Ticker ticker;
    private final Meter meter = new Meter();
    private final AtomicInteger inFlight = new AtomicInteger();
    private volatile Health.@Nullable Failure lastError;

    /**
     * Of an endpoint nobody called yet.
     *
     * @param breaker null when there is none
     */
    public EndpointState(
            String service,
            @Nullable String region,
            String face,
            @Nullable Breaker breaker,
            Turns turns,
            Ticker ticker) {
        this.service = service;
        this.region = region;
        this.face = face;
        this.breaker = breaker;
        this.turns = turns;
        this.ticker = ticker;
    }

    /** Null when there is none. */
    public @Nullable Breaker breaker() {
        return breaker;
    }

    /** Who may call it when. */
    public Turns turns() {
        return turns;
    }

    /** A request is sent. */
    public void began() {
        inFlight.incrementAndGet();
        meter.count(ticker.nanoTime());
    }

    /** A request is over. */
    public void ended() {
        inFlight.decrementAndGet();
    }

    /** A request failed in a way that an operator wants to know of. */
    public void failed(Instant at, String request, String outcome) {
        lastError = new Health.Failure(at, request, outcome);
    }

    /** As it is now. */
    public Health.Service health() {
        ResiliencePolicy.Throttle throttle = turns.throttle();
        return new Health.Service(
                service,
                region,
                face,
                breaker == null ? Health.Breaker.OFF : Health.Breaker.valueOf(breaker.state()),
                inFlight.get(),
                throttle.concurrency(),
                meter.perSecond(ticker.nanoTime()),
                throttle.rate(),
                lastError);
    }
}
