package io.github.openstackjvm.internal.resilience;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Spaces requests evenly: each takes the next free moment. */
public final class Pace {
    private final long interval;
    private final AtomicLong free;

    /** So many per second; the first one at once. */
    public Pace(double perSecond, long nowNanos) {
        this.interval = Math.max(1, Math.round(1e9 / perSecond));
        this.free = new AtomicLong(nowNanos);
    }

    /** How long to wait for the turn that is taken hereby; negative when that is more than {@code most}: none is taken. */
    public Duration take(long nowNanos, Duration most) {
        while (true) {
            long next = free.get();
            long wait = Math.max(0, next - nowNanos);
            if (wait > most.toNanos()) {
                return Duration.ofNanos(-1);
            } else if (free.compareAndSet(next, nowNanos + wait + interval)) {
                return Duration.ofNanos(wait);
            }
        }
    }
}
