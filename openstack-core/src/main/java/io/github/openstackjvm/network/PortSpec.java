package io.github.openstackjvm.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.openstackjvm.error.InvalidSpec;
import io.github.openstackjvm.internal.wire.Mark;
import io.github.openstackjvm.network.qos.QosPolicy;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Spec;
import org.jspecify.annotations.Nullable;

/** A port to create. */
public final class PortSpec extends Spec<PortSpec> {

    /** A port on the network with this name or id. */
    public static PortSpec on(String network) {
        return new PortSpec().network(network);
    }

    /** A port on this network. */
    public static PortSpec on(Ref<Network> network) {
        return new PortSpec().network(network);
    }

    /** The network, by name or id. */
    public PortSpec network(String nameOrId) {
        return ref("network_id", Network.class, nameOrId);
    }

    /** The network. */
    public PortSpec network(Ref<Network> network) {
        return ref("network_id", Network.class, network);
    }

    /** Need not be unique. */
    public PortSpec name(String name) {
        return set("name", name);
    }

    /** For people. */
    public PortSpec description(String description) {
        return set("description", description);
    }

    /** Whether it is switched on; true unless said otherwise. */
    public PortSpec adminStateUp(boolean up) {
        return set("admin_state_up", up);
    }

    /** Its hardware address; one is chosen unless said otherwise; for the owner of the network. */
    public PortSpec macAddress(String mac) {
        return set("mac_address", mac);
    }

    /** This address. Called again, that as well; without any, one address of each version of IP. */
    public PortSpec fixedIp(String ip) {
        return add("fixed_ips", Map.of("ip_address", ip));
    }

    /** An address of this subnet, and this one; again for one more. */
    public PortSpec fixedIp(Ref<Subnet> subnet, String ip) {
        return add("fixed_ips", Map.of("subnet_id", reference("subnet_id", Subnet.class, subnet), "ip_address", ip));
    }

    /** Any address of the subnet with this name or id; again for one more. */
    public PortSpec subnet(String nameOrId) {
        return add("fixed_ips", Map.of("subnet_id", reference("subnet_id", Subnet.class, nameOrId)));
    }

    /** Any address of this subnet; again for one more. */
    public PortSpec subnet(Ref<Subnet> subnet) {
        return add("fixed_ips", Map.of("subnet_id", reference("subnet_id", Subnet.class, subnet)));
    }

    /** No address at all. */
    public PortSpec noFixedIps() {
        return set("fixed_ips", List.of());
    }

    /** The security group with this name or id; again for one more. Without any, the project's default. */
    public PortSpec securityGroup(String nameOrId) {
        return add("security_groups", reference("security_groups", SecurityGroup.class, nameOrId));
    }

    /** This security group; again for one more. Without any, the project's default. */
    public PortSpec securityGroup(Ref<SecurityGroup> group) {
        return add("security_groups", reference("security_groups", SecurityGroup.class, group));
    }

    /** No security group: nothing passes unless port security is off. */
    public PortSpec noSecurityGroups() {
        return set("security_groups", List.of());
    }

    /** Whether only its own addresses and what its groups allow pass; its network says, unless said here. */
    public PortSpec portSecurity(boolean enabled) {
        return set("port_security_enabled", enabled);
    }

    /** These may pass, too: an address, or a range such as {@code 10.0.0.0/24}. Called again, that as well. */
    public PortSpec allowedAddress(String ipOrCidr) {
        return add("allowed_address_pairs", Map.of("ip_address", ipOrCidr));
    }

    /** The same, with this hardware address instead of the port's. */
    public PortSpec allowedAddress(String ipOrCidr, String mac) {
        return add("allowed_address_pairs", Map.of("ip_address", ipOrCidr, "mac_address", mac));
    }

    /** DHCP tells its device this option of IPv4, such as {@code mtu}. Called again, that as well. */
    public PortSpec dhcpOption(String name, String value) {
        return dhcpOption(name, value, 4);
    }

    /** DHCP tells its device this option of this version of IP. */
    public PortSpec dhcpOption(String name, String value, int ipVersion) {
        return add("extra_dhcp_opts", Map.of("opt_name", name, "opt_value", value, "ip_version", ipVersion));
    }

    /** Id of what is plugged in. Nova and routers set it themselves. */
    public PortSpec deviceId(String id) {
        return set("device_id", id);
    }

    /** What is plugged in, such as {@code compute:nova}. Nova and routers set it themselves. */
    public PortSpec deviceOwner(String owner) {
        return set("device_owner", owner);
    }

    /** Its name in DNS. */
    public PortSpec dnsName(String name) {
        return set("dns_name", name);
    }

    /** The domain of that name in an external DNS, with a dot at its end. */
    public PortSpec dnsDomain(String domain) {
        return set("dns_domain", domain);
    }

    /** The policy with this name or id for its quality of service. */
    public PortSpec qosPolicy(String nameOrId) {
        return ref("qos_policy_id", QosPolicy.class, nameOrId);
    }

    /** The policy for its quality of service. */
    public PortSpec qosPolicy(Ref<QosPolicy> policy) {
        return ref("qos_policy_id", QosPolicy.class, policy);
    }

    /** How its device is joined to it. */
    public PortSpec vnicType(VnicType type) {
        return set("binding:vnic_type", type);
    }

    /** The host it is plugged in at; for administrators. */
    public PortSpec hostId(String host) {
        return set("binding:host_id", host);
    }

    /** What the host must know of the device; for administrators. */
    public PortSpec bindingProfile(Map<String, ?> profile) {
        return set("binding:profile", profile);
    }

    /** How near the device is to the guest's memory: {@code required}, {@code preferred} or {@code legacy}. */
    public PortSpec numaAffinityPolicy(String policy) {
        return set("numa_affinity_policy", policy);
    }

    /** For the drivers; for administrators. */
    public PortSpec hints(Map<String, ?> hints) {
        return set("hints", hints);
    }

    /** Whether its device may do what others must not; for administrators. */
    public PortSpec trusted(boolean trusted) {
        return set("trusted", trusted);
    }

    /** Whether a virtual function goes down with its card. */
    public PortSpec propagateUplinkStatus(boolean propagate) {
        return set("propagate_uplink_status", propagate);
    }

    /** Name of the accelerator's profile. */
    public PortSpec deviceProfile(String name) {
        return set("device_profile", name);
    }

    /** What its hardware takes over, such as {@code switchdev}; for administrators. */
    public PortSpec hardwareOffloadType(String type) {
        return set("hardware_offload_type", type);
    }

    /** For the project with this id instead of the caller's; for administrators. */
    public PortSpec projectId(String projectId) {
        return set("project_id", projectId);
    }

    /** The same with a mark for its description. */
    PortSpec marked(Mark mark) {
        if (touches("description")) {
            throw new InvalidSpec("The description of a port is where its idempotency key is kept: leave it out");
        }
        return copy().description(mark.text());
    }

    /** For whom it is, unless it is for the caller's own project. */
    Optional<String> projectId() {
        return Optional.ofNullable(value("project_id")).map(Object::toString);
    }

    @Override
    protected List<String> required() {
        return List.of("network_id");
    }

    /** What can be changed of a port. */
    public static final class Update extends Spec<Update> {

        /** Another name. */
        public Update name(String name) {
            return set("name", name);
        }

        /** For people. */
        public Update description(String description) {
            return set("description", description);
        }

        /** Whether it is switched on. */
        public Update adminStateUp(boolean up) {
            return set("admin_state_up", up);
        }

        /** Its hardware address; for administrators, while it is not plugged in. */
        public Update macAddress(String mac) {
            return set("mac_address", mac);
        }

        /** This address instead of those it has; named here, those stay. Called again, that as well. */
        public Update fixedIp(String ip) {
            return add("fixed_ips", Map.of("ip_address", ip));
        }

        /** An address of this subnet, and this one; again for one more. */
        public Update fixedIp(Ref<Subnet> subnet, String ip) {
            return add(
                    "fixed_ips", Map.of("subnet_id", reference("subnet_id", Subnet.class, subnet), "ip_address", ip));
        }

        /** Any address of the subnet with this name or id; again for one more. */
        public Update subnet(String nameOrId) {
            return add("fixed_ips", Map.of("subnet_id", reference("subnet_id", Subnet.class, nameOrId)));
        }

        /** Any address of this subnet; again for one more. */
        public Update subnet(Ref<Subnet> subnet) {
            return add("fixed_ips", Map.of("subnet_id", reference("subnet_id", Subnet.class, subnet)));
        }

        /** No address at all. */
        public Update noFixedIps() {
            return set("fixed_ips", List.of());
        }

        /** Instead of the security groups it has, the one with this name or id; again for one more. */
        public Update securityGroup(String nameOrId) {
            return add("security_groups", reference("security_groups", SecurityGroup.class, nameOrId));
        }

        /** Instead of the security groups it has, this one; again for one more. */
        public Update securityGroup(Ref<SecurityGroup> group) {
            return add("security_groups", reference("security_groups", SecurityGroup.class, group));
        }

        /** No security group: nothing passes unless port security is off. */
        public Update noSecurityGroups() {
            return set("security_groups", List.of());
        }

        /** Whether only its own addresses and what its groups allow pass. */
        public Update portSecurity(boolean enabled) {
            return set("port_security_enabled", enabled);
        }

        /** Instead of what there was, these may pass: an address, or a range such as {@code 10.0.0.0/24}. Called again, that as well. */
        public Update allowedAddress(String ipOrCidr) {
            return add("allowed_address_pairs", Map.of("ip_address", ipOrCidr));
        }

        /** The same, with this hardware address instead of the port's. */
        public Update allowedAddress(String ipOrCidr, String mac) {
            return add("allowed_address_pairs", Map.of("ip_address", ipOrCidr, "mac_address", mac));
        }

        /** Only its own addresses may pass. */
        public Update noAllowedAddresses() {
            return set("allowed_address_pairs", List.of());
        }

        /** DHCP tells its device this option of IPv4, such as {@code mtu}; other options stay. Called again, that as well. */
        public Update dhcpOption(String name, String value) {
            return dhcpOption(name, value, 4);
        }

        /** DHCP tells its device this option of this version of IP. */
        public Update dhcpOption(String name, String value, int ipVersion) {
            return add("extra_dhcp_opts", Map.of("opt_name", name, "opt_value", value, "ip_version", ipVersion));
        }

        /** DHCP tells this option of IPv4 no more. */
        public Update noDhcpOption(String name) {
            return noDhcpOption(name, 4);
        }

        /** DHCP tells this option of this version of IP no more. */
        public Update noDhcpOption(String name, int ipVersion) {
            Map<String, @Nullable Object> option = new LinkedHashMap<>();
            option.put("opt_name", name);
            option.put("opt_value", null);
            option.put("ip_version", ipVersion);
            return add("extra_dhcp_opts", option);
        }

        /** Id of what is plugged in. Nova and routers set it themselves. */
        public Update deviceId(String id) {
            return set("device_id", id);
        }

        /** What is plugged in, such as {@code compute:nova}. Nova and routers set it themselves. */
        public Update deviceOwner(String owner) {
            return set("device_owner", owner);
        }

        /** Its name in DNS; empty for one made of its address. */
        public Update dnsName(String name) {
            return set("dns_name", name);
        }

        /** The domain of that name in an external DNS, with a dot at its end. */
        public Update dnsDomain(String domain) {
            return set("dns_domain", domain);
        }

        /** The policy with this name or id for its quality of service. */
        public Update qosPolicy(String nameOrId) {
            return ref("qos_policy_id", QosPolicy.class, nameOrId);
        }

        /** The policy for its quality of service. */
        public Update qosPolicy(Ref<QosPolicy> policy) {
            return ref("qos_policy_id", QosPolicy.class, policy);
        }

        /** No policy of its own for the quality of service any more. */
        public Update noQosPolicy() {
            return set("qos_policy_id", null);
        }

        /** How its device is joined to it. */
        public Update vnicType(VnicType type) {
            return set("binding:vnic_type", type);
        }

        /** The host it is plugged in at; empty for none; for administrators. */
        public Update hostId(String host) {
            return set("binding:host_id", host);
        }

        /** What the host must know of the device; for administrators. */
        public Update bindingProfile(Map<String, ?> profile) {
            return set("binding:profile", profile);
        }

        /** How near the device is to the guest's memory: {@code required}, {@code preferred} or {@code legacy}. */
        public Update numaAffinityPolicy(String policy) {
            return set("numa_affinity_policy", policy);
        }

        /** For the drivers; for administrators. */
        public Update hints(Map<String, ?> hints) {
            return set("hints", hints);
        }

        /** Whether its device may do what others must not; for administrators. */
        public Update trusted(boolean trusted) {
            return set("trusted", trusted);
        }

        /** What something outside says of it: {@code ACTIVE}, {@code DOWN}, or null for nothing. */
        public Update dataPlaneStatus(@Nullable String status) {
            return set("data_plane_status", status);
        }

        /** Only if nobody has changed it since it had this revision number; otherwise the update is refused. */
        public Update ifRevision(int revisionNumber) {
            return header("If-Match", "revision_number=" + revisionNumber);
        }
    }
}
