package io.github.openstackjvm.internal.resilience;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.github.openstackjvm.internal.wait.Deadline;
import io.github.openstackjvm.internal.wait.Interruptions;
import io.github.openstackjvm.resilience.ResiliencePolicy.Throttle;
import io.github.openstackjvm.spi.Ticker;
import org.jspecify.annotations.Nullable;

/**
 * Who may send a request to a service, and when. Those who wait are served in their order. Not Resilience4j's bulkhead and
 * rate limiter: the one waits as long as was configured, whatever is left of a call's deadline, and the other knows no clock
 * but the machine's.
 */
public final class Turns {
    private final Throttle throttle;
    private final Ticker ticker;
    private final Interruptions waits;
    private final @Nullable Semaphore places;
    private final @Nullable Pace pace;

    /** Within these limits. */
    public Turns(Throttle throttle, Ticker ticker, Interruptions waits) {
        this.throttle = throttle;
        this.ticker = ticker;
        this.waits = waits;
        this.places = throttle.concurrency() > 0 ? new Semaphore(throttle.concurrency(), true) : null;
        this.pace = throttle.rate() > 0 ? new Pace(throttle.rate(), ticker.nanoTime()) : null;
    }

    /** The limits. */
    public Throttle throttle() {
        return throttle;
    }

    /** What keeps a request from being sent. */
    public enum Limit {
        /** Nothing: it may be sent, and {@link #leave} must follow. */
        NONE,
        /** Too many are under way. */
        CONCURRENCY,
        /** Too many were sent lately. */
        RATE
    }

    /** Waits for a turn, until the deadline and no longer than the throttle allows. */
    public Limit enter(Deadline deadline) throws InterruptedException {
        Deadline patience = Deadline.after(deadline.atMost(throttle.patience()), ticker);
        if (!place(patience)) {
            return Limit.CONCURRENCY;
        }
        boolean entered = false;
        try {
            entered = turn(patience);
        } finally {
            if (!entered) {
                leave();
            }
        }
        return entered ? Limit.NONE : Limit.RATE;
    }

    /** The request is done. */
    public void leave() {
        if (places != null) {
            places.release();
        }
    }

    private boolean place(Deadline patience) throws InterruptedException {
        Semaphore all = places;
        // Without a time, it would go past those who wait.
        if (all == null || all.tryAcquire(0, TimeUnit.NANOSECONDS)) {
            return true;
        }
        boolean[] got = new boolean[1];
        waits.during(() -> got[0] = all.tryAcquire(patience.left().toNanos(), TimeUnit.NANOSECONDS));
        return got[0];
    }

    private boolean turn(Deadline patience) throws InterruptedException {
        if (pace == null) {
            return true;
        }
        Duration wait = pace.take(ticker.nanoTime(), patience.left());
        if (wait.isNegative()) {
            return false;
        } else if (!wait.isZero()) {
            waits.during(() -> ticker.sleep(wait));
        }
        return true;
    }
}
