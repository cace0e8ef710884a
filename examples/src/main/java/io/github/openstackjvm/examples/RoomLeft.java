package io.github.openstackjvm.examples;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.compute.ProjectLimits;

/** Tells how many servers a project may still have. */
public final class RoomLeft {
    /** Runs it. */
    public static void main(String[] arguments) {
        try (Cloud cloud = OpenStack.connect()) {
            System.out.println(servers(cloud));
        }
    }

    // region: method
    static String servers(Cloud cloud) {
        ProjectLimits.Absolute limits = cloud.compute().limits().get().absolute();
        Integer most = limits.maxServers();
        Integer used = limits.serversUsed();
        return most == null || used == null || most < 0 ? "as many as there is room for" : most - used + " more";
    }
    // endregion

    private RoomLeft() {}
}
