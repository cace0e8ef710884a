package io.github.openstackjvm.examples;

import java.util.List;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.network.Port;
import io.github.openstackjvm.network.PortSpec;

/** Prepares two ports for an address that moves between them, as keepalived does. */
public final class SharedAddress {
    /** Runs it. */
    public static void main(String[] arguments) {
        try (Cloud cloud = OpenStack.connect()) {
            share(cloud, "private", "10.0.0.200").forEach(port -> System.out.println(port.fixedIps()));
        }
    }

    // region: method
    static List<Port> share(Cloud cloud, String network, String address) {
        Port reserved = cloud.network()
                .ports()
                .create(PortSpec.on(network).name("shared").fixedIp(address));
        PortSpec member = PortSpec.on(reserved.networkId()).allowedAddress(address);
        return cloud.network()
                .ports()
                .createAll(List.of(member.copy().name("member-1"), member.copy().name("member-2")));
    }
    // endregion

    private SharedAddress() {}
}
