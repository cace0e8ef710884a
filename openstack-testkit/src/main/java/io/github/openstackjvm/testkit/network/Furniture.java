package io.github.openstackjvm.testkit.network;

import java.util.List;

import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** Networks laid without a request for each part: what a cloud has before anybody has made anything, and what it makes by itself. */
final class Furniture {
    private final FakeNetwork neutron;

    Furniture(FakeNetwork neutron) {
        this.neutron = neutron;
    }

    void place(String adminProject, String project) {
        Row outside = network("public", adminProject, true);
        subnet("public-subnet", outside, "172.24.4.0/23", null).set("enable_dhcp", false);
        pool("shared-default-v4", adminProject, "10.64.0.0/12", 26);
        Row inside = network("private", project, false);
        Row lan = subnet("private-subnet", inside, "10.0.0.0/24", null);
        router("router1", project, outside, inside, lan);
    }

    private void pool(String name, String project, String range, int length) {
        Row pool = neutron.subnetPools()
                .add(Row.of(
                        "name",
                        name,
                        "project_id",
                        project,
                        "prefixes",
                        List.of(range),
                        "ip_version",
                        4,
                        "default_prefixlen",
                        length,
                        "min_prefixlen",
                        8,
                        "max_prefixlen",
                        32,
                        "is_default",
                        true,
                        "shared",
                        true,
                        "default_quota",
                        null,
                        "address_scope_id",
                        null,
                        "description",
                        ""));
        neutron.sharing().withAll("subnetpool", pool, "access_as_shared", true);
    }

    /** A router that joins a subnet to what is outside. */
    Row router(String name, String project, Row outside, Row inside, Row subnet) {
        Row router = neutron.routers()
                .add(Row.of(
                        "name",
                        name,
                        "project_id",
                        project,
                        "admin_state_up",
                        true,
                        "status",
                        "ACTIVE",
                        "distributed",
                        false,
                        "ha",
                        false,
                        "enable_snat",
                        true,
                        "routes",
                        List.of(),
                        "flavor_id",
                        null,
                        "availability_zone_hints",
                        List.of(),
                        "description",
                        ""));
        Row gateway = neutron.ports()
                .makeOwn(
                        Row.of("project_id", "", "device_id", router.id(), "device_owner", "network:router_gateway"),
                        outside,
                        null);
        router.set("gw_port_id", gateway.id());
        Row port = neutron.ports()
                .makeOwn(
                        Row.of(
                                "project_id",
                                project,
                                "device_id",
                                router.id(),
                                "device_owner",
                                "network:router_interface"),
                        inside,
                        List.of(Json.map("subnet_id", subnet.id(), "ip_address", subnet.text("gateway_ip"))));
        neutron.ports().touch(port);
        for (int change = 0; change < 4; change++) {
            neutron.routers().touch(router);
        }
        return router;
    }

    /** A network, which may be one outside. */
    Row network(String name, String project, boolean external) {
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

    /** A subnet of this range, which may be cut from a pool. */
    Row subnet(String name, Row network, String range, @Nullable Row pool) {
        Cidr cidr = Cidr.of(range);
        String gateway = cidr.first().plus(1).toString();
        neutron.networks().touch(network);
        return neutron.subnets()
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
                        true,
                        "subnetpool_id",
                        pool == null ? null : pool.id(),
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
    }
}
