package io.github.openstackjvm.examples;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.blockstorage.Volume;
import io.github.openstackjvm.blockstorage.Volumes;

/** Makes a volume larger, and waits until it is. */
public final class GrowVolume {
    /** Runs it. */
    public static void main(String[] arguments) {
        try (Cloud cloud = OpenStack.connect()) {
            System.out.println(grow(cloud, "web-1-data", 20).sizeGiB());
        }
    }

    // region: method
    static Volume grow(Cloud cloud, String name, int sizeGiB) {
        Volumes volumes = cloud.blockstorage().volumes();
        return volumes.extend(volumes.named(name), sizeGiB).join();
    }
    // endregion

    private GrowVolume() {}
}
