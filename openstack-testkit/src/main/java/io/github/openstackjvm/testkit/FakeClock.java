package io.github.openstackjvm.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import io.github.openstackjvm.spi.Ticker;

/**
 * The time in a fake cloud. It stands still until the test moves it, or a client that runs on it sleeps: sleeping returns
 * at once and moves the clock by as much. A running one goes on by itself besides, and sleeping takes its time.
 */
public final class FakeClock implements Ticker {
    /** When every fake cloud begins whose clock does not run. */
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final boolean runs;
    private final long began = System.nanoTime();
    private Instant start;
    private Duration advanced = Duration.ZERO;

    FakeClock(boolean runs) {
        this.runs = runs;
        this.start = runs ? Instant.now() : START;
    }

    @Override
    public synchronized Instant now() {
        return start.plus(passed());
    }

    @Override
    public synchronized long nanoTime() {
        return passed().toNanos();
    }

    /** Moves the clock at once; whoever waits so long in vain has waited. When the clock runs, it takes its time. */
    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (runs) {
            TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        } else if (Thread.interrupted()) {
            throw new InterruptedException();
        } else if (!duration.isNegative()) {
            advance(duration);
        }
    }

    /** Moves the clock forward: tokens expire, transitions happen. */
    public synchronized void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("The clock only goes forward, not by " + duration);
        }
        advanced = advanced.plus(duration);
    }

    /**
     * Tells another time, unless the clock runs by itself. What is measured with it goes on, so that no client sees time run
     * backwards. For the engine; tests {@link #advance} it.
     */
    public synchronized void set(Instant now) {
        if (!runs) {
            start = now.minus(passed());
        }
    }

    private Duration passed() {
        return runs ? advanced.plusNanos(System.nanoTime() - began) : advanced;
    }

    /** Whether it goes on by itself. */
    boolean runs() {
        return runs;
    }

    /** The time, for error messages. */
    @Override
    public String toString() {
        return now().toString();
    }
}
