package io.github.openstackjvm.internal.resilience;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many repetitions a cloud may see: each first call earns a part of one, and a few are there from the start. When many
 * calls fail at once, the load grows by that part and not by the number of attempts.
 */
public final class RetryBudget {
    /** Saved up at most, and there from the start. */
    private static final int RESERVE = 20;

    private static final long UNIT = 1_000;

    private final long earned;
    private final AtomicLong left = new AtomicLong(RESERVE * UNIT);

    /** Earns this many repetitions per call. */
    public RetryBudget(double perCall) {
        this.earned = Math.round(perCall * UNIT);
    }

    /** A first attempt is made. */
    public void earn() {
        left.updateAndGet(now -> Math.min(now + earned, RESERVE * UNIT));
    }

    /** Whether a repetition is affordable; if so, it is paid for. */
    public boolean spend() {
        return left.getAndUpdate(now -> now >= UNIT ? now - UNIT : now) >= UNIT;
    }

    /** How many repetitions are affordable. */
    public int left() {
        return (int) (left.get() / UNIT);
    }
}
