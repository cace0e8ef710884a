package io.github.openstackjvm.examples;

import java.util.List;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.compute.Server;
import io.github.openstackjvm.compute.ServerSpec;

/** Boots several servers by one request and waits for all of them. */
public final class BootMany {
    /** Runs it. */
    public static void main(String[] arguments) {
        try (Cloud cloud = OpenStack.connect()) {
            boot(cloud, "worker", 3).forEach(server -> System.out.println(server.name()));
        }
    }

    // region: method
    static List<Server> boot(Cloud cloud, String name, int count) {
        ServerSpec each = ServerSpec.named(name)
                .flavor("m1.nano")
                .image("cirros")
                .network("private")
                .tags("worker");
        return cloud.compute().servers().createAll(each, count).join();
    }
    // endregion

    private BootMany() {}
}
