package io.github.openstackjvm.internal.transport;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.core5.util.TimeValue;

/**
 * How old a connection may be. A server that gave up one connection gave up those of its time, too: no older one to that server
 * is used again.
 */
final class Lifetimes {
    static final TimeValue USUAL = TimeValue.ofMinutes(5);

    private final Map<HttpRoute, Long> distrusted = new ConcurrentHashMap<>();

    /** Connections by this route that are there now are not used any more. */
    void distrust(HttpRoute route) {
        distrusted.put(route, System.currentTimeMillis());
    }

    /** How old one by this route may be, if that is less than usual. By the pool's clock, which is the machine's. */
    Optional<TimeValue> shortened(HttpRoute route) {
        Long since = distrusted.get(route);
        if (since == null) {
            return Optional.empty();
        }
        long age = System.currentTimeMillis() - since;
        if (age < 0 || age >= USUAL.toMilliseconds()) {
            distrusted.remove(route, since);
            return Optional.empty();
        }
        // One made in the same millisecond counts as older.
        return Optional.of(TimeValue.ofMilliseconds(Math.max(0, age - 1)));
    }
}
