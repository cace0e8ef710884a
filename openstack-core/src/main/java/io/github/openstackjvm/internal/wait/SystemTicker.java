package io.github.openstackjvm.internal.wait;

import java.time.Duration;
import java.time.Instant;

import io.github.openstackjvm.spi.Ticker;

/** The clock of this machine. */
public final class SystemTicker implements Ticker {

    /** Holds no state. */
    public SystemTicker() {}

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        Thread.sleep(duration.toMillis());
    }
}
