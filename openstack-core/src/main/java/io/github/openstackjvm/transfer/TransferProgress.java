package io.github.openstackjvm.transfer;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How far a transfer is.
 *
 * @param bytes moved so far
 * @param total of the transfer; empty when it is not known
 * @param elapsed since it began
 */
public record TransferProgress(long bytes, OptionalLong total, Duration elapsed) {

    /** Bytes per second, on average so far; 0 at the beginning. */
    public double bytesPerSecond() {
        return elapsed.isZero() ? 0 : bytes * 1e9 / elapsed.toNanos();
    }

    /** The share that has moved, from 0 to 1; empty when the total is not known. */
    public OptionalDouble fraction() {
        return total.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(total.getAsLong() == 0 ? 1 : (double) bytes / total.getAsLong());
    }
}
