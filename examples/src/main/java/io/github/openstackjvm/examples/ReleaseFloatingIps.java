package io.github.openstackjvm.examples;

import java.util.List;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.network.FloatingIps;
import io.github.openstackjvm.network.Status;

/** Gives back the floating IPs that no port uses. */
public final class ReleaseFloatingIps {
    /** Runs it. */
    public static void main(String[] arguments) {
        try (Cloud cloud = OpenStack.connect()) {
            System.out.println(release(cloud));
        }
    }

    // region: method
    static List<String> release(Cloud cloud) {
        FloatingIps addresses = cloud.network().floatingIps();
        return addresses.list().status(Status.DOWN).stream()
                .filter(address -> address.portId() == null)
                .map(address -> {
                    addresses.delete(address);
                    return address.floatingIpAddress();
                })
                .toList();
    }
    // endregion

    private ReleaseFloatingIps() {}
}
