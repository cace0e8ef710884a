package io.github.openstackjvm.examples;

import java.time.Duration;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.compute.Server;
import io.github.openstackjvm.compute.ServerSpec;

/** Boots a server from an image and waits until it runs. */
public final class BootServer {
    /** Runs it. */
    public static void main(String[] arguments) {
        try (Cloud cloud = OpenStack.connect()) {
            System.out.println(boot(cloud, "web-1").allAddresses());
        }
    }

    // region: method
    static Server boot(Cloud cloud, String name) {
        return cloud.compute()
                .servers()
                .create(ServerSpec.named(name).flavor("m1.tiny").image("cirros").network("private"))
                .onProgress(progress -> System.out.println(progress.elapsed().toSeconds() + " s " + progress.state()))
                .join(Duration.ofMinutes(5));
    }
    // endregion

    private BootServer() {}
}
