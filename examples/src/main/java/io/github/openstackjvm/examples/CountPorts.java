package io.github.openstackjvm.examples;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;

/** Counts the ports of each network, however many there are: one page is in memory at a time. */
public final class CountPorts {
    /** Runs it. */
    public static void main(String[] arguments) {
        try (Cloud cloud = OpenStack.connect()) {
            count(cloud).forEach((network, ports) -> System.out.println(network + ": " + ports));
        }
    }

    // region: method
    static Map<String, Long> count(Cloud cloud) {
        return cloud.network().ports().list().pageSize(1000).stream()
                .collect(Collectors.groupingBy(port -> port.networkId(), TreeMap::new, Collectors.counting()));
    }
    // endregion

    private CountPorts() {}
}
