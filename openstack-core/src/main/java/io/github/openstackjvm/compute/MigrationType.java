package io.github.openstackjvm.compute;

import io.github.openstackjvm.resource.OpenValue;

/**
 * How a server moves.
 *
 * @param value as on the wire
 */
public record MigrationType(String value) implements OpenValue {
    /** It gets another flavor. */
    public static final MigrationType RESIZE = new MigrationType("resize");
    /** It is shut down and started on another host. */
    public static final MigrationType MIGRATION = new MigrationType("migration");
    /** It goes on running meanwhile. */
    public static final MigrationType LIVE_MIGRATION = new MigrationType("live-migration");
    /** It is made anew, since its host is dead. */
    public static final MigrationType EVACUATION = new MigrationType("evacuation");

    @Override
    public String toString() {
        return value;
    }
}
