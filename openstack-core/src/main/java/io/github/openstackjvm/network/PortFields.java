package io.github.openstackjvm.network;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.network.qos.QosPolicy;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Spec;

/**
 * What can be said of a port when it is made and later.
 *
 * @param <S> the specification itself
 */
public abstract sealed class PortFields<S extends PortFields<S>> extends Spec<S> permits PortSpec, PortSpec.Update {
    PortFields() {}

    /** Need not be unique. */
    public final S name(String name) {
        return set("name", name);
    }

    /** For people. */
    public final S description(String description) {
        return set("description", description);
    }

    /** Whether it is switched on; so it is from the beginning, unless said otherwise. */
    public final S adminStateUp(boolean up) {
        return set("admin_state_up", up);
    }

    /**
     * Its hardware address, instead of one that Neutron chooses: for the owner of the network. Once there is a port,
     * for administrators, and while it is not plugged in.
     */
    public final S macAddress(String mac) {
        return set("mac_address", mac);
    }

    /**
     * This address. Called again, that as well; without any, one address of each version of IP. Of the addresses that
     * a port has, those named here stay.
     */
    public final S fixedIp(String ip) {
        return add("fixed_ips", Map.of("ip_address", ip));
    }

    /** An address of this subnet, and this one; again for one more. */
    public final S fixedIp(Ref<Subnet> subnet, String ip) {
        return add("fixed_ips", Map.of("subnet_id", reference("subnet_id", Subnet.class, subnet), "ip_address", ip));
    }

    /** Any address of the subnet with this name or id; again for one more. */
    public final S subnet(String nameOrId) {
        return add("fixed_ips", Map.of("subnet_id", reference("subnet_id", Subnet.class, nameOrId)));
    }

    /** Any address of this subnet; again for one more. */
    public final S subnet(Ref<Subnet> subnet) {
        return add("fixed_ips", Map.of("subnet_id", reference("subnet_id", Subnet.class, subnet)));
    }

    /** No address at all. */
    public final S noFixedIps() {
        return set("fixed_ips", List.of());
    }

    /**
     * The security group with this name or id; again for one more. Without any, a new port has the default group of
     * its project. Those it has had it has no more.
     */
    public final S securityGroup(String nameOrId) {
        return add("security_groups", reference("security_groups", SecurityGroup.class, nameOrId));
    }

    /** The same for this security group. */
    public final S securityGroup(Ref<SecurityGroup> group) {
        return add("security_groups", reference("security_groups", SecurityGroup.class, group));
    }

    /** No security group: nothing passes unless port security is off. */
    public final S noSecurityGroups() {
        return set("security_groups", List.of());
    }

    /** Whether only its own addresses and what its groups allow pass; unless said here, its network says. */
    public final S portSecurity(boolean enabled) {
        return set("port_security_enabled", enabled);
    }

    /**
     * These may pass, too: an address, or a range such as {@code 10.0.0.0/24}; others than these no more. Called
     * again, that as well.
     */
    public final S allowedAddress(String ipOrCidr) {
        return add("allowed_address_pairs", Map.of("ip_address", ipOrCidr));
    }

    /** The same, with this hardware address instead of the port's. */
    public final S allowedAddress(String ipOrCidr, String mac) {
        return add("allowed_address_pairs", Map.of("ip_address", ipOrCidr, "mac_address", mac));
    }

    /**
     * DHCP tells its device this option of IPv4, such as {@code mtu}; what other options it has stay. Called again,
     * that as well.
     */
    public final S dhcpOption(String name, String value) {
        return dhcpOption(name, value, 4);
    }

    /** DHCP tells its device this option of this version of IP. */
    public final S dhcpOption(String name, String value, int ipVersion) {
        return add("extra_dhcp_opts", Map.of("opt_name", name, "opt_value", value, "ip_version", ipVersion));
    }

    /** Id of what is plugged in. Nova and routers set it themselves. */
    public final S deviceId(String id) {
        return set("device_id", id);
    }

    /** What is plugged in, such as {@code compute:nova}. Nova and routers set it themselves. */
    public final S deviceOwner(String owner) {
        return set("device_owner", owner);
    }

    /** Its name in DNS; empty for one made of its address. */
    public final S dnsName(String name) {
        return set("dns_name", name);
    }

    /** The domain of that name in an external DNS, with a dot at its end. */
    public final S dnsDomain(String domain) {
        return set("dns_domain", domain);
    }

    /** The policy with this name or id for its quality of service. */
    public final S qosPolicy(String nameOrId) {
        return ref("qos_policy_id", QosPolicy.class, nameOrId);
    }

    /** The policy for its quality of service. */
    public final S qosPolicy(Ref<QosPolicy> policy) {
        return ref("qos_policy_id", QosPolicy.class, policy);
    }

    /** How its device is joined to it. */
    public final S vnicType(VnicType type) {
        return set("binding:vnic_type", type);
    }

    /** The host it is plugged in at; empty for none; for administrators. */
    public final S hostId(String host) {
        return set("binding:host_id", host);
    }

    /** What the host must know of the device; for administrators. */
    public final S bindingProfile(Map<String, ?> profile) {
        return set("binding:profile", profile);
    }

    /** How near the device is to the guest's memory: {@code required}, {@code preferred} or {@code legacy}. */
    public final S numaAffinityPolicy(String policy) {
        return set("numa_affinity_policy", policy);
    }

    /** For the drivers; for administrators. */
    public final S hints(Map<String, ?> hints) {
        return set("hints", hints);
    }

    /** Whether its device may do what others must not; for administrators. */
    public final S trusted(boolean trusted) {
        return set("trusted", trusted);
    }
}
