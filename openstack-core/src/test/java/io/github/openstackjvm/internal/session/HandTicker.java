package io.github.openstackjvm.internal.session;

import java.time.Duration;
import java.time.Instant;

import io.github.openstackjvm.spi.Ticker;

/** A clock that stands still until a test moves it. */
public final class HandTicker implements Ticker {
    /** When the captured tokens were issued. */
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** Moved by the test's own thread, read by any. */
    private volatile Instant now = START;

    public void advance(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public long nanoTime() {
        return Duration.between(START, now).toNanos();
    }

    @Override
    public void sleep(Duration duration) {
        throw new AssertionError("Nothing here may sleep");
    }
}
