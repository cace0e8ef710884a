package io.github.openstackjvm.internal.resilience;

import java.util.concurrent.TimeUnit;

/** How many events there are in a second, over the latest ten. */
public final class Meter {
    private static final int SECONDS = 10;

    private final int[] counts = new int[SECONDS + 1];
    private final long[] seconds = new long[SECONDS + 1];

    /** Nothing happened yet. */
    public Meter() {}

    /** One happens. */
    public synchronized void count(long nowNanos) {
        long second = second(nowNanos);
        int slot = Math.floorMod(second, counts.length);
        if (seconds[slot] != second) {
            seconds[slot] = second;
            counts[slot] = 0;
        }
        counts[slot]++;
    }

    /** How many a second: those of the latest ten seconds, without the one that has only begun. */
    public synchronized double perSecond(long nowNanos) {
        long now = second(nowNanos);
        int sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += seconds[i] < now && seconds[i] >= now - SECONDS ? counts[i] : 0;
        }
        return sum / (double) SECONDS;
    }

    private static long second(long nanos) {
        return Math.floorDiv(nanos, TimeUnit.SECONDS.toNanos(1));
    }
}
