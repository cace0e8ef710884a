package io.github.openstackjvm.testkit.network;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Python;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** Takes addresses for one port, and gives them back; the port's {@code fixed_ips} is always what is taken. */
final class Allocation {
    private static final String ROUTER_OWNERS = "network:(router_interface|ha_router_replicated_interface"
            + "|router_interface_distributed|router_centralized_snat)";

    private final FakeNetwork neutron;
    private final Row port;

    Allocation(FakeNetwork neutron, Row port) {
        this.neutron = neutron;
        this.port = port;
    }

    private boolean isRouter() {
        return port.text("device_owner").matches(ROUTER_OWNERS);
    }

    /** The addresses of a new port: those wanted, or one of each version. */
    void first(Row network, @Nullable Object wanted) {
        List<Row> subnets = candidates(network.id());
        if (wanted instanceof List<?> list) {
            List<FixedWish> wishes = wishes(list, subnets);
            take(wishes);
        } else {
            for (int version : new int[] {4, 6}) {
                List<Row> some = subnets.stream()
                        .filter(subnet -> subnet.number("ip_version") == version)
                        .filter(subnet -> version == 4 || !FakeSubnets.isAuto(subnet))
                        .toList();
                if (!some.isEmpty()) {
                    takeAnyOf(some);
                }
            }
        }
        takeAutomatic(subnets, Set.of());
    }

    private List<Row> candidates(String network) {
        List<Row> subnets = neutron.subnets().candidates(network, port.text("device_owner"));
        if (subnets.isEmpty() && !neutron.subnets().of(network).isEmpty()) {
            throw new Refusal(
                    409,
                    "IpAddressGenerationFailureNoMatchingSubnet",
                    "No valid service subnet for the given device owner, network " + network + ", service type "
                            + port.text("device_owner") + ".");
        }
        return subnets;
    }

    /** An address wanted of a subnet: this one, or any. */
    private record FixedWish(Row subnet, @Nullable Ip ip) {}

    private List<FixedWish> wishes(List<?> list, List<Row> subnets) {
        List<FixedWish> wishes = new ArrayList<>();
        for (Object each : list) {
            Map<String, Object> fixed = Json.object(each);
            Row subnet = subnetFor(fixed, subnets);
            boolean auto = FakeSubnets.isAuto(subnet);
            Object ip = fixed.get("ip_address");
            if (ip != null) {
                if (auto && !FakePorts.isRouterPort(port)) {
                    throw new Refusal(
                            400,
                            "AllocationOnAutoAddressSubnet",
                            "IPv6 address " + ip + " cannot be directly assigned to a port on subnet " + subnet.id()
                                    + " as the subnet is configured for automatic addresses");
                }
                wishes.add(new FixedWish(subnet, Ip.of(String.valueOf(ip))));
            } else if (isRouter() || !auto) {
                wishes.add(new FixedWish(subnet, null));
            }
        }
        return wishes;
    }

    private Row subnetFor(Map<String, Object> fixed, List<Row> subnets) {
        if (subnets.isEmpty()) {
            throw Checks.input("IP allocation requires subnets for network");
        }
        Object ip = fixed.get("ip_address");
        if (fixed.containsKey("subnet_id")) {
            String id = Python.str(fixed.get("subnet_id"));
            Row subnet = subnets.stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> neutron.subnets().byId(id).isEmpty()
                            ? FakeSubnets.noSuchSubnet(id)
                            : Checks.input("Failed to create port on network " + port.text("network_id")
                                    + ", because fixed_ips included invalid subnet " + id));
            if (ip != null && !fits(subnet, ip)) {
                throw new Refusal(
                        400, "InvalidIpForSubnet", "IP address " + ip + " is not a valid IP for the specified subnet.");
            }
            return subnet;
        }
        if (ip == null) {
            throw Checks.input("IP allocation requires subnet_id or ip_address");
        }
        return subnets.stream()
                .filter(subnet -> fits(subnet, ip))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        400,
                        "InvalidIpForNetwork",
                        "IP address " + ip + " is not a valid IP for any of the subnets on the specified network."));
    }

    private boolean fits(Row subnet, Object ip) {
        return Cidr.of(subnet.text("cidr"))
                .isHost(
                        Ip.of(String.valueOf(ip)),
                        isRouter() || port.text("device_owner").isEmpty());
    }

    /** Those with an address first, as any address may be the one that somebody wants. */
    private void take(List<FixedWish> wishes) {
        for (FixedWish wish : wishes) {
            if (wish.ip != null) {
                if (neutron.addresses().isTaken(wish.subnet.id(), wish.ip)) {
                    throw new Refusal(
                            409,
                            "IpAddressAlreadyAllocated",
                            "IP address " + wish.ip + " already allocated in subnet " + wish.subnet.id());
                }
                take(wish.subnet, wish.ip);
            }
        }
        for (FixedWish wish : wishes) {
            if (wish.ip == null) {
                takeAnyOf(List.of(wish.subnet));
            }
        }
    }

    private void takeAnyOf(List<Row> subnets) {
        for (Row subnet : subnets) {
            Optional<Ip> free = neutron.addresses().free(subnet);
            if (free.isPresent()) {
                take(subnet, free.get());
                return;
            }
        }
        throw new Refusal(
                409,
                "IpAddressGenerationFailure",
                "No more IP addresses available on network " + port.text("network_id") + ".");
    }

    private void takeAutomatic(List<Row> subnets, Set<String> handled) {
        if (!isRouter()) {
            subnets.stream()
                    .filter(FakeSubnets::isAuto)
                    .filter(subnet -> !handled.contains(subnet.id()))
                    .forEach(subnet -> take(subnet, automatic(subnet)));
        }
    }

    /** The prefix, and the hardware's address with a bit flipped and two bytes in its middle. */
    private Ip automatic(Row subnet) {
        String mac = port.text("mac_address").replaceAll("[^0-9a-fA-F]", "");
        BigInteger half = new BigInteger(mac.substring(0, 6) + "fffe" + mac.substring(6), 16).flipBit(57);
        return new Ip(Cidr.of(subnet.text("cidr")).first().number().add(half), true);
    }

    private void take(Row subnet, Ip ip) {
        neutron.addresses().take(subnet.id(), ip, port.id());
        List<Object> fixed = current();
        fixed.add(Json.map("subnet_id", subnet.id(), "ip_address", ip.toString()));
        port.set("fixed_ips", fixed);
    }

    private List<Object> current() {
        return new ArrayList<>(port.get("fixed_ips") instanceof List<?> list ? list : List.of());
    }

    private void giveBack(FakePorts.Fixed gone) {
        neutron.addresses().release(gone.subnet(), gone.ip());
        List<Object> fixed = current();
        Map<String, Object> wire =
                Json.map("subnet_id", gone.subnet(), "ip_address", gone.ip().toString());
        fixed.removeIf(wire::equals);
        port.set("fixed_ips", fixed);
    }

    /** Other addresses: those that stay are kept, and a subnet without an address means any that the port has there. */
    void change(@Nullable Object wanted, boolean byRouter) {
        List<FakePorts.Fixed> before = FakePorts.addresses(port);
        List<FakePorts.Fixed> free = new ArrayList<>(before);
        List<Object> more = new ArrayList<>();
        List<?> list = wanted instanceof List<?> some ? some : List.of();
        for (Object each : list) {
            Object ip = Json.object(each).get("ip_address");
            if (ip != null && !free.removeIf(fixed -> fixed.ip().toString().equals(ip))) {
                more.add(each);
            }
        }
        for (Object each : list) {
            Map<String, Object> fixed = Json.object(each);
            if (fixed.get("ip_address") == null) {
                Optional<FakePorts.Fixed> own = free.stream()
                        .filter(old -> old.subnet().equals(fixed.get("subnet_id")))
                        .findFirst();
                own.ifPresentOrElse(free::remove, () -> more.add(each));
            }
        }
        free.removeIf(old -> !isRouter()
                && neutron.subnets()
                        .byId(old.subnet())
                        .filter(FakeSubnets::isAuto)
                        .isPresent());
        if (!byRouter) {
            checkMayChange(free, more);
        }
        List<Row> subnets = candidates(port.text("network_id"));
        List<FixedWish> wishes = wishes(more, subnets);
        free.forEach(this::giveBack);
        try {
            take(wishes);
        } catch (Refusal refusal) {
            restore(before);
            throw refusal;
        }
        Set<String> handled = new LinkedHashSet<>();
        FakePorts.addresses(port).forEach(fixed -> handled.add(fixed.subnet()));
        free.forEach(fixed -> handled.add(fixed.subnet()));
        takeAutomatic(subnets, handled);
    }

    private void restore(List<FakePorts.Fixed> before) {
        FakePorts.addresses(port).forEach(this::giveBack);
        before.forEach(fixed -> neutron.subnets().byId(fixed.subnet()).ifPresent(subnet -> take(subnet, fixed.ip())));
    }

    /** The IPv4 addresses of routers are changed by way of the router only. */
    private void checkMayChange(List<FakePorts.Fixed> gone, List<?> more) {
        boolean version4 = gone.stream().anyMatch(fixed -> !fixed.ip().ipv6())
                || more.stream()
                        .anyMatch(each -> !String.valueOf(Json.object(each).get("ip_address"))
                                .contains(":"));
        if (version4
                && port.text("device_owner").matches("network:router_(interface|gateway)")
                && neutron.collection("routers").has(port.text("device_id"))) {
            throw new Refusal(
                    400, "BadRequest", "Bad ports request: IP updates for port " + port.id() + " are not allowed.");
        }
    }

    /** One more address, of this subnet. */
    void add(Row subnet) {
        if (FakeSubnets.isAuto(subnet) && !isRouter()) {
            take(subnet, automatic(subnet));
        } else {
            takeAnyOf(List.of(subnet));
        }
    }

    /** No address of this subnet any more. */
    void drop(String subnet) {
        FakePorts.addresses(port).stream()
                .filter(fixed -> fixed.subnet().equals(subnet))
                .forEach(this::giveBack);
    }
}
