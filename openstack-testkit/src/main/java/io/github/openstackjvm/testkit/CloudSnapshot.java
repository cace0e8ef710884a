package io.github.openstackjvm.testkit;

import java.util.List;

import io.github.openstackjvm.testkit.engine.Memory;

/**
 * What a fake cloud held at one moment, see {@link FakeCloud#snapshot}. Nothing changes it; it can be restored any number of
 * times. Bodies over 1 MiB that it holds are on disk until the process ends.
 */
public final class CloudSnapshot {
    private final Memory memory;
    private final List<String> regions;

    CloudSnapshot(Memory memory, List<String> regions) {
        this.memory = memory;
        this.regions = regions;
    }

    Memory memory() {
        return memory;
    }

    /** The services of the cloud, with their regions. */
    List<String> regions() {
        return regions;
    }

    /** How much it holds. */
    @Override
    public String toString() {
        return "snapshot of " + memory.size() + " things at " + memory.now();
    }
}
