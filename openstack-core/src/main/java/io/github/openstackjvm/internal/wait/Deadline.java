package io.github.openstackjvm.internal.wait;

import java.time.Duration;

import io.github.openstackjvm.spi.Ticker;

/** When something must be over, by a cloud's clock. Handed down to whatever is done on the way. */
public final class Deadline {
    /** So far off that it never passes, and sums with it do not overflow. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final Ticker ticker;
    private final long at;

    private Deadline(Ticker ticker, long at) {
        this.ticker = ticker;
        this.at = at;
    }

    /** After this time from now on. */
    public static Deadline after(Duration time, Ticker ticker) {
        Duration bounded = time.compareTo(LONGEST) < 0 ? time : LONGEST;
        return new Deadline(ticker, ticker.nanoTime() + bounded.toNanos());
    }

    /** What is left; zero when it has passed. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, at - ticker.nanoTime()));
    }

    /** The shorter one of this time and of what is left. */
    public Duration atMost(Duration time) {
        Duration left = left();
        return time.compareTo(left) < 0 ? time : left;
    }

    /** Whether nothing is left. */
    public boolean passed() {
        return at - ticker.nanoTime() <= 0;
    }
}
