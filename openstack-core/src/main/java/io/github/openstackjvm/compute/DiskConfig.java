package io.github.openstackjvm.compute;

import io.github.openstackjvm.resource.OpenValue;

/**
 * How the disk of a server is partitioned.
 *
 * @param value as on the wire
 */
public record DiskConfig(String value) implements OpenValue {
    /** One partition as large as the flavor's disk. */
    public static final DiskConfig AUTO = new DiskConfig("AUTO");
    /** As the image has it. */
    public static final DiskConfig MANUAL = new DiskConfig("MANUAL");

    @Override
    public String toString() {
        return value;
    }
}
