package io.github.openstackjvm.testkit;

import java.time.Duration;
import java.util.Locale;

/** How rules are told. */
final class Words {
    private Words() {}

    /** Such as {@code 1.5s} or {@code 2m}. */
    static String of(Duration time) {
        return time.toString().substring(2).toLowerCase(Locale.ROOT);
    }

    /** How often a rule still holds; nothing when it holds forever. */
    static String times(int left) {
        return left > 1_000_000 ? "" : left > 0 ? ", " + left + " more times" : ", no more";
    }
}
