package io.github.openstackjvm.testkit.scenario;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Asks again and again what services do not say by themselves: when they have done something. Nova may need minutes to see
 * for itself what became of the addresses of a server.
 */
final class Eventually {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private Eventually() {}

    /** Until it is so. */
    static void is(BooleanSupplier so) {
        seen(() -> so.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    /** Until there is one. */
    static <T> T seen(Supplier<Optional<T>> look) {
        long start = System.nanoTime();
        while (true) {
            Optional<T> seen = look.get();
            if (seen.isPresent()) {
                return seen.get();
            } else if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new AssertionError("Not so within " + PATIENCE.toSeconds() + " s");
            }
        }
    }
}
