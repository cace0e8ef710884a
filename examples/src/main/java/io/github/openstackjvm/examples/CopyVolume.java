package io.github.openstackjvm.examples;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.blockstorage.Snapshot;
import io.github.openstackjvm.blockstorage.SnapshotSpec;
import io.github.openstackjvm.blockstorage.Volume;
import io.github.openstackjvm.blockstorage.VolumeSpec;

/** Makes a new volume with what another one holds now, by way of a snapshot. */
public final class CopyVolume {
    /** Runs it. */
    public static void main(String[] arguments) {
        try (Cloud cloud = OpenStack.connect()) {
            System.out.println(copy(cloud, "web-1-data", "test-data").id());
        }
    }

    // region: method
    static Volume copy(Cloud cloud, String from, String to) {
        Snapshot snapshot = cloud.blockstorage()
                .snapshots()
                .create(SnapshotSpec.of(from).name(to).force())
                .join();
        Volume copy = cloud.blockstorage()
                .volumes()
                .create(VolumeSpec.named(to).fromSnapshot(snapshot))
                .join();
        cloud.blockstorage().snapshots().delete(snapshot).join();
        return copy;
    }
    // endregion

    private CopyVolume() {}
}
