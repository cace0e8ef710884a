package io.github.openstackjvm.internal.resilience;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import io.github.openstackjvm.resilience.Health;
import io.github.openstackjvm.resilience.ResiliencePolicy;
import io.github.openstackjvm.spi.Ticker;
import org.jspecify.annotations.Nullable;

/** What all callers of one endpoint share: its breaker, its turns, and what happened lately. */
public final class EndpointState {
    private final String service;
    private final @Nullable String region;
    private final String face;
    private final ResiliencePolicy configured;
    private final Function<ResiliencePolicy.Breaker, Breaker> breakers;
    private final Function<ResiliencePolicy.Throttle, Turns> lines;
    private final Ticker ticker;
    private final AtomicReference<@Nullable Breaker> breaker = new AtomicReference<>();
    private final Map<ResiliencePolicy.Throttle, Turns> turns = new ConcurrentHashMap<>();
    private final Meter meter = new Meter();
    private final AtomicInteger inFlight = new AtomicInteger();
    private volatile Health.@Nullable Failure lastError;

    /**
     * Of an endpoint nobody called yet.
     *
     * @param configured the policy of the cloud, whichever that of the first caller is
     * @param breakers makes a breaker
     * @param lines makes turns
     */
    public EndpointState(
            String service,
            @Nullable String region,
            String face,
            ResiliencePolicy configured,
            Function<ResiliencePolicy.Breaker, Breaker> breakers,
            Function<ResiliencePolicy.Throttle, Turns> lines,
            Ticker ticker) {
        this.service = service;
        this.region = region;
        this.face = face;
        this.configured = configured;
        this.breakers = breakers;
        this.lines = lines;
        this.ticker = ticker;
        breaker(configured.breaker());
    }

    /**
     * The one breaker of the endpoint, null for a caller who wants none. It is as the configuration says; where that has none,
     * as the first one says who wants it.
     */
    public @Nullable Breaker breaker(ResiliencePolicy.Breaker wanted) {
        return wanted.enabled() ? breaker.updateAndGet(known -> known == null ? breakers.apply(wanted) : known) : null;
    }

    /** Who may call it when, shared by all with the same throttle. */
    public Turns turns(ResiliencePolicy.Throttle wanted) {
        return turns.computeIfAbsent(wanted, lines);
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
        ResiliencePolicy.Throttle throttle = configured.throttle();
        Breaker known = breaker.get();
        return new Health.Service(
                service,
                region,
                face,
                known == null ? Health.Breaker.OFF : Health.Breaker.valueOf(known.state()),
                inFlight.get(),
                throttle.concurrency(),
                meter.perSecond(ticker.nanoTime()),
                throttle.rate(),
                lastError);
    }
}
