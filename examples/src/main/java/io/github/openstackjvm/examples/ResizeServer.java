package io.github.openstackjvm.examples;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.compute.Server;
import io.github.openstackjvm.compute.Servers;

/** Gives a server another flavor and confirms the change. */
public final class ResizeServer {
    /** Runs it. */
    public static void main(String[] arguments) {
        try (Cloud cloud = OpenStack.connect()) {
            System.out.println(resize(cloud, "web-1", "m1.medium").flavor());
        }
    }

    // region: method
    static Server resize(Cloud cloud, String name, String flavor) {
        Servers servers = cloud.compute().servers();
        Server resized = servers.resize(servers.named(name), flavor).join();
        return servers.confirmResize(resized).join();
    }
    // endregion

    private ResizeServer() {}
}
