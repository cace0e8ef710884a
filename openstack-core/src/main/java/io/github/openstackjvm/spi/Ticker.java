package io.github.openstackjvm.spi;

import java.time.Duration;
import java.time.Instant;

/** The clock of a cloud: what time it is, and how to wait. A fake cloud brings its own, which a test moves. */
public interface Ticker {

    /** The time of day, as the cloud's tokens and dates mean it. */
    Instant now();

    /** Nanoseconds of a clock that never jumps, for measuring. */
    long nanoTime();

    /**
     * Returns after this time has passed on this clock.
     *
     * @throws InterruptedException at once, when the thread is or gets interrupted
     */
    void sleep(Duration duration) throws InterruptedException;
}
