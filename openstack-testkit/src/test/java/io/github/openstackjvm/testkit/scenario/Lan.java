package io.github.openstackjvm.testkit.scenario;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.network.Network;
import io.github.openstackjvm.network.NetworkSpec;
import io.github.openstackjvm.network.Port;
import io.github.openstackjvm.network.PortSpec;
import io.github.openstackjvm.network.Router;
import io.github.openstackjvm.network.RouterSpec;
import io.github.openstackjvm.network.Subnet;
import io.github.openstackjvm.network.SubnetSpec;

/** Networks and what is on them, gone again when a scenario ends. */
final class Lan {
    private final Cloud cloud;
    private final Scratch scratch;

    Lan(Cloud cloud, Scratch scratch) {
        this.cloud = cloud;
        this.scratch = scratch;
    }

    Network network(String name) {
        return network(NetworkSpec.named(scratch.name(name)));
    }

    Network network(NetworkSpec spec) {
        Network made = cloud.network().networks().create(spec);
        scratch.undo(() -> cloud.network().networks().delete(made));
        return made;
    }

    Subnet subnet(Network network, String cidr) {
        return subnet(SubnetSpec.of(network, cidr).name(scratch.name("subnet")));
    }

    Subnet subnet(SubnetSpec spec) {
        Subnet made = cloud.network().subnets().create(spec);
        scratch.undo(() -> cloud.network().subnets().delete(made));
        return made;
    }

    Port port(PortSpec spec) {
        Port made = cloud.network().ports().create(spec);
        scratch.undo(() -> cloud.network().ports().delete(made));
        return made;
    }

    Router router(RouterSpec spec) {
        Router made = cloud.network().routers().create(spec);
        scratch.undo(() -> cloud.network().routers().delete(made));
        return made;
    }

    /** Joins them, until the scenario ends. */
    void join(Router router, Subnet subnet) {
        cloud.network().routers().addSubnet(router, subnet);
        scratch.undo(() -> cloud.network().routers().removeSubnet(router, subnet));
    }
}
