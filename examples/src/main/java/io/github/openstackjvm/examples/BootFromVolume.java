package io.github.openstackjvm.examples;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.compute.BootVolume;
import io.github.openstackjvm.compute.Server;
import io.github.openstackjvm.compute.ServerSpec;

/** Boots a server from a new volume, which goes when the server goes. */
public final class BootFromVolume {
    /** Runs it. */
    public static void main(String[] arguments) {
        try (Cloud cloud = OpenStack.connect()) {
            System.out.println(boot(cloud, "db-1").volumesAttached());
        }
    }

    // region: method
    static Server boot(Cloud cloud, String name) {
        return cloud.compute()
                .servers()
                .create(ServerSpec.named(name)
                        .flavor("m1.small")
                        .boot(BootVolume.from("cirros").sizeGiB(1).deleteOnTermination())
                        .network("private"))
                .join();
    }
    // endregion

    private BootFromVolume() {}
}
