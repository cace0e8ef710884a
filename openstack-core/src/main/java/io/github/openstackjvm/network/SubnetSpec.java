package io.github.openstackjvm.network;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Spec;
import org.jspecify.annotations.Nullable;

/** A subnet to create. */
public final class SubnetSpec extends Spec<SubnetSpec> {

    /** A subnet of the network with this name or id, with this range, such as {@code 10.0.0.0/24}. */
    public static SubnetSpec of(String network, String cidr) {
        return new SubnetSpec().network(network).cidr(cidr);
    }

    /** A subnet of this network, with this range, such as {@code 10.0.0.0/24}. */
    public static SubnetSpec of(Ref<Network> network, String cidr) {
        return new SubnetSpec().network(network).cidr(cidr);
    }

    /** Need not be unique. */
    public SubnetSpec name(String name) {
        return set("name", name);
    }

    /** For people. */
    public SubnetSpec description(String description) {
        return set("description", description);
    }

    /** The network it is part of, by name or id. */
    public SubnetSpec network(String nameOrId) {
        return ref("network_id", Network.class, nameOrId);
    }

    /** The network it is part of. */
    public SubnetSpec network(Ref<Network> network) {
        return ref("network_id", Network.class, network);
    }

    /** The range, such as {@code 10.0.0.0/24} or {@code fd00::/64}; says the version of IP, too. */
    public SubnetSpec cidr(String cidr) {
        return set("cidr", cidr).ipVersion(cidr.contains(":") ? 6 : 4);
    }

    /** 4 or 6; follows from the range unless it comes from a pool. */
    public SubnetSpec ipVersion(int version) {
        return set("ip_version", version);
    }

    /** Takes the range, or one that is free, from the pool with this name or id. */
    public SubnetSpec subnetPool(String nameOrId) {
        return ref("subnetpool_id", SubnetPool.class, nameOrId);
    }

    /** Takes the range, or one that is free, from this pool. */
    public SubnetSpec subnetPool(Ref<SubnetPool> pool) {
        return ref("subnetpool_id", SubnetPool.class, pool);
    }

    /** Takes the range from the pool that is the cloud's default for the version of IP. */
    public SubnetSpec defaultSubnetPool() {
        return set("use_default_subnetpool", true);
    }

    /** Size of the range that is taken from a pool; the pool says, unless said here. */
    public SubnetSpec prefixLength(int bits) {
        return set("prefixlen", bits);
    }

    /** The way out, which DHCP tells; the first address of the range unless said otherwise. */
    public SubnetSpec gateway(String ip) {
        return set("gateway_ip", ip);
    }

    /** There is no way out. */
    public SubnetSpec noGateway() {
        return set("gateway_ip", null);
    }

    /** From one address to another: ports are given these. Called again, these as well; never called, all. */
    public SubnetSpec addAllocationPool(String start, String end) {
        return add("allocation_pools", Map.of("start", start, "end", end));
    }

    /** Whether hosts are told their addresses; true unless said otherwise. */
    public SubnetSpec dhcp(boolean enabled) {
        return set("enable_dhcp", enabled);
    }

    /** What hosts are told to ask for names. */
    public SubnetSpec dnsNameservers(String... ips) {
        return set("dns_nameservers", List.of(ips));
    }

    /** What hosts are told of routes: packets for this range go to this address. Called again, those as well. */
    public SubnetSpec addHostRoute(String destination, String nexthop) {
        return add("host_routes", Map.of("destination", destination, "nexthop", nexthop));
    }

    /** Who announces the prefix; IPv6 only. */
    public SubnetSpec ipv6RaMode(Ipv6Mode mode) {
        return set("ipv6_ra_mode", mode);
    }

    /** Who gives addresses; IPv6 only. */
    public SubnetSpec ipv6AddressMode(Ipv6Mode mode) {
        return set("ipv6_address_mode", mode);
    }

    /** The segment of the network it is on, by id; for administrators. */
    public SubnetSpec segmentId(@Nullable String id) {
        return set("segment_id", id);
    }

    /** Kinds of devices whose ports get addresses there, such as {@code compute:nova}; all unless said otherwise. */
    public SubnetSpec serviceTypes(String... deviceOwners) {
        return set("service_types", List.of(deviceOwners));
    }

    /** Whether an external DNS is told of its addresses. */
    public SubnetSpec dnsPublishFixedIp(boolean publish) {
        return set("dns_publish_fixed_ip", publish);
    }

    /** For the project with this id instead of the caller's; for administrators. */
    public SubnetSpec projectId(String projectId) {
        return set("project_id", projectId);
    }

    @Override
    protected List<String> required() {
        return List.of("network_id", "ip_version");
    }

    /** What can be changed of a subnet. */
    public static final class Update extends Spec<Update> {

        /** Another name. */
        public Update name(String name) {
            return set("name", name);
        }

        /** For people. */
        public Update description(String description) {
            return set("description", description);
        }

        /** The way out, which DHCP tells. */
        public Update gateway(String ip) {
            return set("gateway_ip", ip);
        }

        /** There is no way out any more. */
        public Update noGateway() {
            return set("gateway_ip", null);
        }

        /** Instead of the pools there were: ports are given the addresses from one to another. Called again, those as well. */
        public Update addAllocationPool(String start, String end) {
            return add("allocation_pools", Map.of("start", start, "end", end));
        }

        /** Whether hosts are told their addresses. */
        public Update dhcp(boolean enabled) {
            return set("enable_dhcp", enabled);
        }

        /** What hosts are told to ask for names; nobody, without any. */
        public Update dnsNameservers(String... ips) {
            return set("dns_nameservers", List.of(ips));
        }

        /** What hosts are told of routes: these and no others. */
        public Update hostRoutes(List<Route> routes) {
            return set("host_routes", routes.stream().map(Routes::wire).toList());
        }

        /** The segment of the network it is on, by id; for administrators. */
        public Update segmentId(@Nullable String id) {
            return set("segment_id", id);
        }

        /** Kinds of devices whose ports get addresses there; all, without any. */
        public Update serviceTypes(String... deviceOwners) {
            return set("service_types", List.of(deviceOwners));
        }

        /** Whether an external DNS is told of its addresses. */
        public Update dnsPublishFixedIp(boolean publish) {
            return set("dns_publish_fixed_ip", publish);
        }

        /** Only if nobody has changed it since it had this revision number; otherwise the update is refused. */
        public Update ifRevision(int revisionNumber) {
            return header("If-Match", "revision_number=" + revisionNumber);
        }
    }
}
