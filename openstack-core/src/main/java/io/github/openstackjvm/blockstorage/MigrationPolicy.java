package io.github.openstackjvm.blockstorage;

import io.github.openstackjvm.resource.OpenValue;

/**
 * Whether a volume may move to another backend when its type changes.
 *
 * @param value as on the wire
 */
public record MigrationPolicy(String value) implements OpenValue {
    /** It stays where it is; a type that needs another backend is an error. */
    public static final MigrationPolicy NEVER = new MigrationPolicy("never");
    /** It moves if it must. */
    public static final MigrationPolicy ON_DEMAND = new MigrationPolicy("on-demand");

    @Override
    public String toString() {
        return value;
    }
}
