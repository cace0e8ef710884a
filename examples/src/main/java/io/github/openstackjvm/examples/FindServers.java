package io.github.openstackjvm.examples;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.compute.Server;

/** Lists the servers of all projects that changed since yesterday. Needs an administrator. */
public final class FindServers {
    /** Runs it. */
    public static void main(String[] arguments) {
        try (Cloud cloud = OpenStack.connect()) {
            for (Server server : changed(cloud, Instant.now().minus(1, ChronoUnit.DAYS))) {
                System.out.println(server.name() + " " + server.status());
            }
        }
    }

    // region: method
    static Iterable<Server> changed(Cloud cloud, Instant since) {
        return cloud.compute()
                .servers()
                .list()
                .allProjects()
                .changesSince(since)
                .pageSize(500);
    }
    // endregion

    private FindServers() {}
}
