package io.github.openstackjvm.internal.resilience;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

import io.github.openstackjvm.resilience.ResiliencePolicy;
import io.github.openstackjvm.spi.Ticker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;

/** Leaves a failing service alone for a while, then lets one call through to see whether it is well again. */
public final class Breaker {
    private final CircuitBreaker breaker;
    private final Ticker ticker;

    /** Is told of changes of the state. */
    @FunctionalInterface
    public interface Changes {
        /** From one state to another. */
        void changed(String breaker, String from, String to);
    }

    /** Closed at first. */
    public Breaker(String name, ResiliencePolicy.Breaker policy, Ticker ticker, Changes changes) {
        this.ticker = ticker;
        this.breaker = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindowType(SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(policy.window())
                        .minimumNumberOfCalls(policy.window())
                        .failureRateThreshold(policy.failureRate())
                        .waitDurationInOpenState(policy.open())
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .clock(new TickerClock(ticker))
                        .currentTimestampFunction(clock -> ticker.nanoTime(), TimeUnit.NANOSECONDS)
                        .writableStackTraceEnabled(false)
                        .build());
        breaker.getEventPublisher()
                .onStateTransition(event -> changes.changed(
                        name,
                        event.getStateTransition().getFromState().name(),
                        event.getStateTransition().getToState().name()));
    }

    /** Whether a call may go through; if so, one of the other methods must follow. */
    public boolean enter() {
        return breaker.tryAcquirePermission();
    }

    /** It worked. */
    public void worked(long startNanos) {
        breaker.onSuccess(ticker.nanoTime() - startNanos, TimeUnit.NANOSECONDS);
    }

    /** It failed in a way that counts. */
    public void failed(long startNanos, Throwable cause) {
        breaker.onError(ticker.nanoTime() - startNanos, TimeUnit.NANOSECONDS, cause);
    }

    /** It ended in a way that says nothing about the service. */
    public void abandoned() {
        breaker.releasePermission();
    }

    /** Its name. */
    public String name() {
        return breaker.getName();
    }

    /** Such as {@code CLOSED}, {@code OPEN} or {@code HALF_OPEN}. */
    public String state() {
        return breaker.getState().name();
    }

    /** The breaker measures how long it is open by a clock, not by the ticker's nanoseconds. */
    private static final class TickerClock extends Clock {
        private final Ticker ticker;

        TickerClock(Ticker ticker) {
            this.ticker = ticker;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return ticker.now();
        }
    }
}
