package io.github.openstackjvm.blockstorage;

import io.github.openstackjvm.resource.OpenValue;

/**
 * How far the migration of a volume is.
 *
 * @param value as on the wire
 */
public record MigrationStatus(String value) implements OpenValue {
    /** There was none. */
    public static final MigrationStatus NONE = new MigrationStatus("none");
    /** A host is sought. */
    public static final MigrationStatus STARTING = new MigrationStatus("starting");
    /** It is being moved. */
    public static final MigrationStatus MIGRATING = new MigrationStatus("migrating");
    /** The copy takes its place. */
    public static final MigrationStatus COMPLETING = new MigrationStatus("completing");
    /** It was moved. */
    public static final MigrationStatus SUCCESS = new MigrationStatus("success");
    /** It stayed where it was. */
    public static final MigrationStatus ERROR = new MigrationStatus("error");

    @Override
    public String toString() {
        return value;
    }
}
