package io.github.openstackjvm.examples;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.network.FloatingIp;
import io.github.openstackjvm.network.FloatingIpSpec;
import io.github.openstackjvm.network.Port;

/** Makes a server reachable from outside: with a floating IP on its only port. */
public final class GiveFloatingIp {
    /** Runs it. */
    public static void main(String[] arguments) {
        try (Cloud cloud = OpenStack.connect()) {
            System.out.println(give(cloud, "web-1").floatingIpAddress());
        }
    }

    // region: method
    static FloatingIp give(Cloud cloud, String server) {
        Port port = cloud.network().ports().list().device(server).one();
        return cloud.network()
                .floatingIps()
                .create(FloatingIpSpec.from("public").port(port));
    }
    // endregion

    private GiveFloatingIp() {}
}
