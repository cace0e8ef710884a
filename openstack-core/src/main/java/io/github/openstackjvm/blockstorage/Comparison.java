package io.github.openstackjvm.blockstorage;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How a time is compared with another. */
public enum Comparison {
    /** After it. */
    AFTER("gt"),
    /** After it, or at the same time. */
    AT_LEAST("gte"),
    /** At the same time. */
    EQUAL("eq"),
    /** At another time. */
    NOT_EQUAL("neq"),
    /** Before it. */
    BEFORE("lt"),
    /** Before it, or at the same time. */
    AT_MOST("lte");

    private final String wire;

    Comparison(String wire) {
        this.wire = wire;
    }

    /** The condition as Cinder takes it, which keeps times to the second. */
    String with(Instant time) {
        return wire + ":" + time.truncatedTo(ChronoUnit.SECONDS);
    }
}
