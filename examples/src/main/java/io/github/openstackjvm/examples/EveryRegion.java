package io.github.openstackjvm.examples;

import java.util.Map;
import java.util.TreeMap;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;

/** Counts the servers in every region that the catalog names. */
public final class EveryRegion {
    /** Runs it. */
    public static void main(String[] arguments) {
        try (Cloud cloud = OpenStack.connect()) {
            count(cloud).forEach((region, servers) -> System.out.println(region + ": " + servers));
        }
    }

    // region: method
    static Map<String, Long> count(Cloud cloud) {
        Map<String, Long> servers = new TreeMap<>();
        for (String region : cloud.session().catalog().regions()) {
            servers.put(
                    region, cloud.inRegion(region).compute().servers().list().count());
        }
        return servers;
    }
    // endregion

    private EveryRegion() {}
}
