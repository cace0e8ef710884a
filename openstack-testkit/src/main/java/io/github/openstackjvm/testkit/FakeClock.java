package io.github.openstackjvm.testkit;

import java.time.Duration;
import java.time.Instant;

import io.github.openstackjvm.spi.Ticker;

/**
 * The time in a fake cloud. It stands still until the test moves it, or a client that runs on it sleeps: sleeping returns
 * at once and moves the clock by as much.
 */
public final class FakeClock implements Ticker {
    /** When every fake cloud begins. */
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Duration passed = Duration.ZERO;

    FakeClock() {}

    @Override
    public synchronized Instant now() {
        return START.plus(passed);
    }

    @Override
    public synchronized long nanoTime() {
        return passed.toNanos();
    }

    /** Moves the clock at once; whoever waits so long in vain has waited. */
    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (!duration.isNegative()) {
            advance(duration);
        }
    }

    /** Moves the clock forward: tokens expire, transitions happen. */
    public synchronized void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("The clock only goes forward, not by " + duration);
        }
        passed = passed.plus(duration);
    }

    /** The time, for error messages. */
    @Override
    public String toString() {
        return now().toString();
    }
}
