package io.github.openstackjvm.examples;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.network.Network;
import io.github.openstackjvm.network.NetworkSpec;
import io.github.openstackjvm.network.Router;
import io.github.openstackjvm.network.RouterSpec;
import io.github.openstackjvm.network.Subnet;
import io.github.openstackjvm.network.SubnetSpec;

/** Makes a network of one's own, with a router to the world. */
public final class PrivateNetwork {
    /** Runs it. */
    public static void main(String[] arguments) {
        try (Cloud cloud = OpenStack.connect()) {
            System.out.println(build(cloud, "lan", "10.20.0.0/24").id());
        }
    }

    // region: method
    static Network build(Cloud cloud, String name, String cidr) {
        Network network = cloud.network().networks().create(NetworkSpec.named(name));
        Subnet subnet = cloud.network()
                .subnets()
                .create(SubnetSpec.of(network, cidr).name(name).dnsNameservers("192.0.2.53"));
        Router router = cloud.network().routers().create(RouterSpec.named(name).externalGateway("public"));
        cloud.network().routers().addSubnet(router, subnet);
        return network;
    }
    // endregion

    private PrivateNetwork() {}
}
