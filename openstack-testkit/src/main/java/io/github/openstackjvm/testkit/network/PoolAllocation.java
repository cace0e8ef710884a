package io.github.openstackjvm.testkit.network;

import java.util.List;
import java.util.Optional;

import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;

/** How subnets are cut from pools. */
final class PoolAllocation {
    private final FakeNetwork neutron;

    PoolAllocation(FakeNetwork neutron) {
        this.neutron = neutron;
    }

    /** A range for a new subnet of a pool: the one it asks for, or a free one of the size it asks for. */
    String of(Row pool, Row subnet) {
        String id = pool.id();
        if (!subnet.is("ip_version", pool.get("ip_version"))) {
            throw new Refusal(
                    400,
                    "BadRequest",
                    "Bad subnets request: Cannot allocate IPv" + subnet.text("ip_version") + " subnet from IPv"
                            + pool.text("ip_version") + " subnet pool.");
        }
        Cidr wanted = subnet.get("cidr") == null ? null : Cidr.of(subnet.text("cidr"));
        int length = wanted != null
                ? wanted.bits()
                : (int)
                        (subnet.get("prefixlen") == null
                                ? pool.number("default_prefixlen")
                                : subnet.number("prefixlen"));
        checkLength(pool, length);
        checkQuota(pool, subnet, length);
        List<String> others = allocated(id).stream()
                .filter(cidr -> wanted == null || !subnet.text("cidr").equals(cidr) || takenByOther(id, subnet, cidr))
                .toList();
        Prefixes free = Prefixes.of(pool.texts("prefixes")).without(Prefixes.of(others));
        Optional<Cidr> found =
                wanted == null ? free.first(length) : Optional.of(wanted).filter(free::contains);
        return found.map(Cidr::network)
                .orElseThrow(() -> new Refusal(
                        500,
                        "SubnetAllocationError",
                        "Failed to allocate subnet: "
                                + (wanted == null
                                        ? "Insufficient prefix space to allocate subnet size /" + length
                                        : "Cannot allocate requested subnet from the available set of prefixes")
                                + "."));
    }

    private boolean takenByOther(String pool, Row subnet, String cidr) {
        return neutron.subnets()
                .all()
                .any(other -> other.is("subnetpool_id", pool)
                        && other.is("cidr", cidr)
                        && !other.id().equals(subnet.id()));
    }

    private static void checkLength(Row pool, int length) {
        if (length > pool.number("max_prefixlen")) {
            throw new Refusal(
                    400,
                    "MaxPrefixSubnetAllocationError",
                    "Unable to allocate subnet with prefix length " + length + ", maximum allowed prefix is "
                            + pool.number("max_prefixlen") + ".");
        }
        if (length < pool.number("min_prefixlen")) {
            throw new Refusal(
                    400,
                    "MinPrefixSubnetAllocationError",
                    "Unable to allocate subnet with prefix length " + length + ", minimum allowed prefix is "
                            + pool.number("min_prefixlen") + ".");
        }
    }

    /** Counted in addresses of IPv4, or in prefixes of 64 bits; zero is no limit. */
    private void checkQuota(Row pool, Row subnet, int length) {
        double unit = pool.is("ip_version", 4) ? 32 : 64;
        double used = neutron.subnets().all().where("subnetpool_id", pool.id()).stream()
                .filter(other -> !other.id().equals(subnet.id()) && other.is("project_id", pool.get("project_id")))
                .mapToDouble(
                        other -> Math.pow(2, unit - Cidr.of(other.text("cidr")).bits()))
                .sum();
        long quota = pool.number("default_quota");
        if (quota > 0 && used + Math.pow(2, unit - length) > quota) {
            throw new Refusal(409, "SubnetPoolQuotaExceeded", "Per-tenant subnet pool prefix quota exceeded.");
        }
    }

    /** The ranges that the subnets of a pool have. */
    List<String> allocated(String pool) {
        return neutron.subnets().all().where("subnetpool_id", pool).stream()
                .map(subnet -> subnet.text("cidr"))
                .filter(cidr -> !cidr.isEmpty())
                .toList();
    }
}
