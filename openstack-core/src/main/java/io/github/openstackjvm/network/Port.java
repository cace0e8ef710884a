package io.github.openstackjvm.network;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * Where something is plugged into a network. The constructor is not API.
 *
 * @param id a UUID
 * @param name need not be unique; empty when it has none
 * @param description empty when there is none
 * @param projectId whose it is; empty for some that Neutron has made
 * @param networkId the network
 * @param status whether it works: {@link Status#DOWN} until it is plugged in
 * @param adminStateUp whether it is switched on
 * @param macAddress its hardware address
 * @param fixedIps its addresses
 * @param deviceId id of what is plugged in: a server, a router; empty: nothing
 * @param deviceOwner what that is, such as {@code compute:nova} or {@code network:router_interface}; empty: nothing
 * @param securityGroupIds ids of its security groups
 * @param portSecurityEnabled whether only its own addresses and what its groups allow pass; null where the cloud does not know
 *     of it
 * @param allowedAddressPairs further addresses that may pass
 * @param extraDhcpOptions what DHCP tells its device beside the usual
 * @param dnsName its name in DNS; empty: one made of its address
 * @param dnsDomain the domain of that name in an external DNS; empty: its network's
 * @param dnsAssignment the names of its addresses inside
 * @param vnicType how its device is joined to it
 * @param hostId the host it is plugged in at; null unless the caller is an administrator
 * @param vifType how it is plugged in there, such as {@code ovs}, {@code unbound} or {@code binding_failed}; null unless the
 *     caller is an administrator
 * @param vifDetails more about that; empty unless the caller is an administrator
 * @param bindingProfile what Nova tells about the device; empty unless the caller is an administrator
 * @param qosPolicyId its policy for the quality of service; null: its network's
 * @param qosNetworkPolicyId its network's policy for the quality of service; null: none
 * @param ipAllocation when it is given addresses: {@code immediate}, {@code deferred} or {@code none}
 * @param propagateUplinkStatus whether a virtual function goes down with its card; null where the cloud does not know of it
 * @param dataPlaneStatus what something outside says of it; null: nothing
 * @param numaAffinityPolicy how near the device is to the guest's memory; null: the flavor says
 * @param deviceProfile name of the accelerator's profile; null: none
 * @param hardwareOffloadType what its hardware takes over; null: nothing
 * @param hints for the drivers; empty: none
 * @param resourceRequest what a host must have for it; empty: nothing, or the caller is no administrator
 * @param trunkDetails the trunk it is the parent of; null: none
 * @param trusted whether its device may do what others must not; null where the cloud does not tell
 * @param tags its tags
 * @param revisionNumber grows with every change; null where the cloud does not count
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 * @param extras fields without a component of their own
 */
public record Port(
        String id,
        String name,
        @Nullable String description,
        @Nullable String projectId,
        String networkId,
        Status status,
        boolean adminStateUp,
        String macAddress,
        List<FixedIp> fixedIps,
        String deviceId,
        String deviceOwner,
        @JsonProperty("security_groups") List<String> securityGroupIds,
        @Nullable Boolean portSecurityEnabled,
        List<AddressPair> allowedAddressPairs,
        @JsonProperty("extra_dhcp_opts") List<DhcpOption> extraDhcpOptions,
        @Nullable String dnsName,
        @Nullable String dnsDomain,
        List<DnsAssignment> dnsAssignment,
        @JsonProperty("binding:vnic_type") @Nullable VnicType vnicType,
        @JsonProperty("binding:host_id") @Nullable String hostId,
        @JsonProperty("binding:vif_type") @Nullable String vifType,
        @JsonProperty("binding:vif_details") Map<String, @Nullable Object> vifDetails,
        @JsonProperty("binding:profile") Map<String, @Nullable Object> bindingProfile,
        @Nullable String qosPolicyId,
        @Nullable String qosNetworkPolicyId,
        @Nullable String ipAllocation,
        @Nullable Boolean propagateUplinkStatus,
        @Nullable String dataPlaneStatus,
        @Nullable String numaAffinityPolicy,
        @Nullable String deviceProfile,
        @Nullable String hardwareOffloadType,
        Map<String, @Nullable Object> hints,
        Map<String, @Nullable Object> resourceRequest,
        @Nullable TrunkDetails trunkDetails,
        @Nullable Boolean trusted,
        List<String> tags,
        @Nullable Integer revisionNumber,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<Port> {

    /**
     * Addresses that may pass a port beside its own.
     *
     * @param ipAddress an address, or a range such as {@code 10.0.0.0/24}
     * @param macAddress the hardware address they come with
     */
    public record AddressPair(String ipAddress, @Nullable String macAddress) {}

    /**
     * What DHCP tells a device beside the usual.
     *
     * @param name of the option, such as {@code mtu} or {@code bootfile-name}
     * @param value of the option
     * @param ipVersion 4 or 6
     */
    public record DhcpOption(
            @JsonProperty("opt_name") String name,
            @JsonProperty("opt_value") @Nullable String value,
            int ipVersion) {}

    /**
     * The name of an address inside.
     *
     * @param ipAddress the address
     * @param hostname its name
     * @param fqdn the same with the domain
     */
    public record DnsAssignment(
            String ipAddress,
            @Nullable String hostname,
            @Nullable String fqdn) {}

    /**
     * The trunk that a port is the parent of.
     *
     * @param trunkId its id
     * @param subPorts the ports that it carries
     */
    public record TrunkDetails(
            String trunkId, @JsonProperty("sub_ports") List<SubPort> subPorts) {}

    /**
     * A port that a trunk carries.
     *
     * @param portId its id
     * @param segmentationType how its packets are marked, such as {@code vlan}
     * @param segmentationId by which number
     * @param macAddress its hardware address; null where it is not told
     */
    public record SubPort(
            String portId,
            String segmentationType,
            int segmentationId,
            @Nullable String macAddress) {}

    @Override
    public String toString() {
        return Show.of(this);
    }
}
