package io.github.openstackjvm.testkit.network;

import java.util.List;

import io.github.openstackjvm.testkit.engine.Row;

/** What a cloud has before anybody has made anything. */
final class Furniture {
    private final FakeNetwork neutron;

    Furniture(FakeNetwork neutron) {
        this.neutron = neutron;
    }

    void place(String adminProject, String project) {
        Row outside = network("public", adminProject, true);
        subnet("public-subnet", outside, "172.24.4.0/23", false);
        Row inside = network("private", project, false);
        subnet("private-subnet", inside, "10.0.0.0/24", true);
    }

    private Row network(String name, String project, boolean external) {
        Row network = Row.of(
                "name",
                name,
                "project_id",
                project,
                "admin_state_up",
                true,
                "status",
                "ACTIVE",
                "router:external",
                external,
                "is_default",
                external,
                "port_security_enabled",
                true,
                "availability_zone_hints",
                List.of(),
                "qos_policy_id",
                null,
                "dns_domain",
                "",
                "description",
                "",
                "provider:network_type",
                external ? "flat" : null,
                "provider:physical_network",
                external ? "public" : null);
        neutron.networks().add(network);
        neutron.wires().lay(network);
        network.set("mtu", neutron.wires().mtu(network.id()));
        neutron.sharing().withAll("network", network, "access_as_external", external);
        neutron.networks().touch(network);
        return network;
    }

    private void subnet(String name, Row network, String range, boolean dhcp) {
        Cidr cidr = Cidr.of(range);
        String gateway = cidr.first().plus(1).toString();
        neutron.subnets()
                .add(Row.of(
                        "name",
                        name,
                        "project_id",
                        network.text("project_id"),
                        "network_id",
                        network.id(),
                        "ip_version",
                        4,
                        "cidr",
                        range,
                        "gateway_ip",
                        gateway,
                        "allocation_pools",
                        SubnetRules.pools(cidr, gateway),
                        "enable_dhcp",
                        dhcp,
                        "subnetpool_id",
                        null,
                        "ipv6_ra_mode",
                        null,
                        "ipv6_address_mode",
                        null,
                        "segment_id",
                        null,
                        "host_routes",
                        List.of(),
                        "dns_nameservers",
                        List.of(),
                        "service_types",
                        List.of(),
                        "description",
                        ""));
        neutron.networks().touch(network);
    }
}
