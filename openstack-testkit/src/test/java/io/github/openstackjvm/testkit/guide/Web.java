package io.github.openstackjvm.testkit.guide;

import java.util.List;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.compute.Server;
import io.github.openstackjvm.compute.ServerSpec;
import io.github.openstackjvm.network.FloatingIpSpec;
import io.github.openstackjvm.network.Port;

/** The code under test in the guide. */
final class Web {
    // region: underTest
    /** Boots a server that the world can reach. */
    static Server open(Cloud cloud, String name) {
        Server server = cloud.compute()
                .servers()
                .create(ServerSpec.named(name)
                        .flavor("m1.small")
                        .image("cirros")
                        .network("private"))
                .join();
        Port nic = cloud.network().ports().list().device(server).one();
        cloud.network().floatingIps().create(FloatingIpSpec.from("public").port(nic));
        return server;
    }
    // endregion

    /** The names of those that do not run. */
    static List<String> down(List<Server> servers) {
        return servers.stream()
                .filter(server -> !server.status().is("ACTIVE"))
                .map(server -> String.valueOf(server.name()))
                .toList();
    }

    private Web() {}
}
