package io.github.openstackjvm.transfer;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the bytes of one attempt of a transfer and tells the listener, not too often. */
final class Meter {
    private static final Logger LOG = LoggerFactory.getLogger("openstack.transfer");
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

    private final TransferListener listener;
    private final OptionalLong total;
    private final long began = System.nanoTime();
    private long bytes;
    private long told;
    private boolean ended;

    /** Begins now. A negative total is not known. */
    Meter(TransferListener listener, long total) {
        this.listener = listener;
        this.total = total < 0 ? OptionalLong.empty() : OptionalLong.of(total);
        tell(began);
    }

    void moved(int count) {
        bytes += count;
        long now = System.nanoTime();
        if (now - told >= PAUSE) {
            tell(now);
        }
        if (total.isPresent() && bytes == total.getAsLong()) {
            end();
        }
    }

    /** All has moved. */
    void end() {
        if (!ended) {
            ended = true;
            tell(System.nanoTime());
        }
    }

    private void tell(long now) {
        told = now;
        try {
            listener.moved(new TransferProgress(bytes, total, Duration.ofNanos(now - began)));
        } catch (RuntimeException e) {
            LOG.warn("The transfer listener failed; the transfer goes on", e);
        }
    }
}
