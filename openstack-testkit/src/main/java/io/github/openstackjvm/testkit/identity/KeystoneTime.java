package io.github.openstackjvm.testkit.identity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times with microseconds, as Keystone writes them. */
final class KeystoneTime {
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private KeystoneTime() {}

    static String of(Instant time) {
        return MICROS.format(time);
    }
}
