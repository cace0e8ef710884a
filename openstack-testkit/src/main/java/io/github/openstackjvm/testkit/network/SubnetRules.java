package io.github.openstackjvm.testkit.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Python;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** What can only be said of all values of a subnet together, in Neutron's order. */
final class SubnetRules {
    private static final int MAX_NAMESERVERS = 5;
    private static final int MAX_ROUTES = 20;

    private final FakeNetwork neutron;

    SubnetRules(FakeNetwork neutron) {
        this.neutron = neutron;
    }

    /**
     * Refuses a subnet that cannot be.
     *
     * @param subnet as it is to be
     * @param before as it is; null when it is new
     */
    void check(Map<String, Object> subnet, @Nullable Row before) {
        Cidr cidr = Cidr.of(String.valueOf(subnet.get("cidr")));
        int version = Checks.integer(subnet.get("ip_version"));
        match(version, subnet.get("cidr"), "cidr");
        if (Boolean.TRUE.equals(subnet.get("enable_dhcp")) && (before == null || !before.is("enable_dhcp"))) {
            checkDhcp(cidr);
        }
        if (subnet.get("gateway_ip") != null) {
            checkGateway(subnet, cidr, version, before);
        }
        checkLists(subnet, version, before == null ? "new subnet" : before.id());
        checkModes(subnet, version, cidr, before);
    }

    private static void match(int version, @Nullable Object address, String name) {
        if (Cidr.of(String.valueOf(address)).address().version() != version) {
            throw Checks.input(name + " '" + address + "' does not match the ip_version '" + version + "'");
        }
    }

    private static void checkDhcp(Cidr cidr) {
        if (cidr.bits() > cidr.address().bits() - 2) {
            throw Checks.input("Subnet has a prefix length that is incompatible with DHCP service enabled");
        }
        String first = cidr.first().toString();
        int lead = cidr.ipv6() ? -1 : Integer.parseInt(first.substring(0, first.indexOf('.')));
        if (cidr.ipv6() ? first.startsWith("ff") : lead >= 224 && lead < 240) {
            throw Checks.input("Multicast IP subnet is not supported if enable_dhcp is True");
        }
        if (lead == 127 || first.equals("::1")) {
            throw Checks.input("Loopback IP subnet is not supported if enable_dhcp is True");
        }
        if (first.equals("0.0.0.0")) {
            throw Checks.input("First IP '0.0.0.0' of network is not supported if enable_dhcp is True.");
        }
    }

    private void checkGateway(Map<String, Object> subnet, Cidr cidr, int version, @Nullable Row before) {
        String gateway = String.valueOf(subnet.get("gateway_ip"));
        match(version, gateway, "gateway_ip");
        Ip ip = Ip.of(gateway);
        if (!cidr.ipv6() && (ip.equals(cidr.first()) || ip.equals(cidr.last())) && cidr.contains(ip)) {
            throw Checks.input("Gateway is not valid on subnet");
        }
        if (before != null && !gateway.equals(before.text("gateway_ip"))) {
            neutron.ports().on(before.text("network_id")).stream()
                    .filter(FakePorts::isRouterPort)
                    .filter(port -> FakePorts.addresses(port).stream()
                            .anyMatch(fixed -> fixed.subnet().equals(before.id())
                                    && fixed.ip().toString().equals(before.text("gateway_ip"))))
                    .findFirst()
                    .ifPresent(port -> {
                        throw new Refusal(
                                409,
                                "GatewayIpInUse",
                                "Current gateway ip " + before.text("gateway_ip") + " already in use by port "
                                        + port.id() + ". Unable to update.");
                    });
        }
    }

    private static void checkLists(Map<String, Object> subnet, int version, String id) {
        if (subnet.get("dns_nameservers") instanceof List<?> servers) {
            if (servers.size() > MAX_NAMESERVERS) {
                throw new Refusal(
                        400,
                        "DNSNameServersExhausted",
                        "Unable to complete operation for " + id + ". The number of DNS nameservers exceeds the limit "
                                + MAX_NAMESERVERS + ".");
            }
            servers.forEach(server -> match(version, server, "dns_nameserver"));
        }
        if (subnet.get("host_routes") instanceof List<?> routes) {
            if (routes.size() > MAX_ROUTES) {
                throw new Refusal(
                        400,
                        "HostRoutesExhausted",
                        "Unable to complete operation for " + id + ". The number of host routes exceeds the limit "
                                + MAX_ROUTES + ".");
            }
            for (Object route : routes) {
                match(version, Json.object(route).get("nexthop"), "nexthop");
                match(version, Json.object(route).get("destination"), "destination");
            }
        }
    }

    private static void checkModes(Map<String, Object> subnet, int version, Cidr cidr, @Nullable Row before) {
        Object ra = subnet.get("ipv6_ra_mode");
        Object address = subnet.get("ipv6_address_mode");
        boolean dhcp = Boolean.TRUE.equals(subnet.get("enable_dhcp"));
        if (version == 4) {
            if (ra != null) {
                throw Checks.input("ipv6_ra_mode is not valid when ip_version is 4");
            }
            if (address != null) {
                throw Checks.input("ipv6_address_mode is not valid when ip_version is 4");
            }
        } else if (before != null) {
            if (!dhcp && (ra != null || address != null)) {
                throw Checks.input("Cannot disable enable_dhcp with ipv6 attributes set");
            }
        } else if ((ra != null || address != null) && !dhcp) {
            throw Checks.input("ipv6_ra_mode or ipv6_address_mode cannot be set when enable_dhcp is set to False");
        } else if (ra != null && address != null && !Objects.equals(ra, address)) {
            throw Checks.input("ipv6_ra_mode set to '" + ra + "' with ipv6_address_mode set to '" + address
                    + "' is not valid. If both attributes are set, they must be the same value");
        } else if (FakeSubnets.isAuto(new Row(subnet)) && cidr.bits() != 64) {
            throw Checks.input("Invalid CIDR " + subnet.get("cidr")
                    + " for IPv6 address mode. OpenStack uses the EUI-64 address format, which requires the prefix to be "
                    + "/64");
        }
    }

    /** The pools of a subnet for which none are named: all hosts but the gateway. */
    static List<Map<String, Object>> pools(Cidr cidr, String gateway) {
        Ip first = cidr.first();
        Ip last = cidr.last();
        if (first.equals(last)) {
            return List.of(FakeSubnets.pool(first, last));
        }
        if (cidr.ipv6() || cidr.bits() <= 30) {
            first = first.plus(1);
        }
        if (!cidr.ipv6() && cidr.bits() <= 30) {
            last = last.plus(-1);
        }
        Ip hole = gateway.isEmpty() ? first.plus(-1) : Ip.of(gateway);
        if (!hole.isBetween(first, last)) {
            return List.of(FakeSubnets.pool(first, last));
        }
        List<Map<String, Object>> pools = new ArrayList<>();
        if (first.compareTo(hole) < 0) {
            pools.add(FakeSubnets.pool(first, hole.plus(-1)));
        }
        if (hole.compareTo(last) < 0) {
            pools.add(FakeSubnets.pool(hole.plus(1), last));
        }
        return pools;
    }

    /** Named pools: within the subnet, in order, without a common address. */
    static List<Map<String, Object>> checkedPools(List<?> given, Cidr cidr) {
        List<Map<String, Object>> pools = new ArrayList<>();
        for (Object each : given) {
            Ip start = Ip.of(String.valueOf(Json.object(each).get("start")));
            Ip end = Ip.of(String.valueOf(Json.object(each).get("end")));
            if (start.ipv6() != end.ipv6() || start.compareTo(end) > 0) {
                throw invalid(Python.repr(each));
            }
            pools.add(FakeSubnets.pool(start, end));
        }
        boolean inner = cidr.bits() <= 30 || cidr.ipv6();
        Ip first = inner ? cidr.first().plus(1) : cidr.first();
        Ip last = inner && !cidr.ipv6() ? cidr.last().plus(-1) : cidr.last();
        for (Map<String, Object> pool : pools) {
            if (start(pool).ipv6() != cidr.ipv6()) {
                throw invalid(text(pool));
            }
            if (!start(pool).isBetween(first, last) || !end(pool).isBetween(first, last)) {
                throw new Refusal(
                        400,
                        "OutOfBoundsAllocationPool",
                        "The allocation pool " + text(pool) + " spans beyond the subnet cidr " + cidr.network() + ".");
            }
        }
        for (int i = 0; i < pools.size(); i++) {
            for (int j = i + 1; j < pools.size(); j++) {
                if (start(pools.get(i)).compareTo(end(pools.get(j))) <= 0
                        && start(pools.get(j)).compareTo(end(pools.get(i))) <= 0) {
                    throw new Refusal(
                            409,
                            "OverlappingAllocationPools",
                            "Found overlapping allocation pools: " + text(pools.get(i)) + " " + text(pools.get(j))
                                    + " for subnet " + cidr.network() + ".");
                }
            }
        }
        return pools;
    }

    static void checkGatewayOutside(String gateway, List<?> pools) {
        for (Object each : pools) {
            Map<String, Object> pool = Json.object(each);
            if (!gateway.isEmpty() && Ip.of(gateway).isBetween(start(pool), end(pool))) {
                throw new Refusal(
                        409,
                        "GatewayConflictWithAllocationPools",
                        "Gateway ip " + gateway + " conflicts with allocation pool " + text(pool) + ".");
            }
        }
    }

    private static Refusal invalid(String pool) {
        return new Refusal(400, "InvalidAllocationPool", "The allocation pool " + pool + " is not valid.");
    }

    private static Ip start(Map<String, Object> pool) {
        return Ip.of(String.valueOf(pool.get("start")));
    }

    private static Ip end(Map<String, Object> pool) {
        return Ip.of(String.valueOf(pool.get("end")));
    }

    private static String text(Map<String, Object> pool) {
        return pool.get("start") + "-" + pool.get("end");
    }
}
