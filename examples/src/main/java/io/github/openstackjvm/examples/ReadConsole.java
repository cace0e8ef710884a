package io.github.openstackjvm.examples;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.compute.Servers;

/** Prints the last lines that a server wrote to its console. */
public final class ReadConsole {
    /** Runs it. */
    public static void main(String[] arguments) {
        try (Cloud cloud = OpenStack.connect()) {
            System.out.println(tail(cloud, "web-1", 20));
        }
    }

    // region: method
    static String tail(Cloud cloud, String server, int lines) {
        Servers servers = cloud.compute().servers();
        return servers.consoleOutput(servers.named(server), lines);
    }
    // endregion

    private ReadConsole() {}
}
