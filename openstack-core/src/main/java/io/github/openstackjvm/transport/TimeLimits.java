package io.github.openstackjvm.transport;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How long the parts of one exchange may take.
 *
 * @param connect until a connection stands, TLS handshake included, per address tried
 * @param response from the last byte of the request to the head of the answer
 * @param idle without a single byte of a body moving, in either direction
 * @param total the whole exchange until its answer is complete, or until the head of a streamed one; null: no limit
 */
public record TimeLimits(
        Duration connect,
        Duration response,
        Duration idle,
        @Nullable Duration total) {

    /** Connect 10 s, response 60 s, idle body 60 s, the whole 5 min. */
    public static final TimeLimits DEFAULT = new TimeLimits(
            Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofMinutes(5));

    /** Refuses limits that are zero or negative. */
    public TimeLimits {
        positive("connect", connect);
        positive("response", response);
        positive("idle", idle);
        if (total != null) {
            positive("total", total);
        }
    }

    /** The same limits with another one for the whole exchange. */
    public TimeLimits withTotal(@Nullable Duration other) {
        return new TimeLimits(connect, response, idle, other);
    }

    private static void positive(String name, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException("The time limit '" + name + "' must be positive, not " + value);
        }
    }
}
