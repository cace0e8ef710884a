package io.github.openstackjvm.stub;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.openstackjvm.spi.Ticker;

/** A clock that moves when it is told to, or when somebody sleeps, which takes no time. Remembers the pauses. */
public final class HandClock implements Ticker {
    /** When it starts. */
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Instant now = START;
    private final List<Duration> pauses = new ArrayList<>();

    /** Moves it. */
    public synchronized void advance(Duration by) {
        now = now.plus(by);
    }

    /** How long was slept each time, in order. */
    public synchronized List<Duration> pauses() {
        return List.copyOf(pauses);
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized long nanoTime() {
        return Duration.between(START, now).toNanos();
    }

    @Override
    public synchronized void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        pauses.add(duration);
        advance(duration);
    }
}
