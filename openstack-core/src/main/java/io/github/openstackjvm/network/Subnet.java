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
 * A range of addresses of a network. The constructor is not API.
 *
 * @param id a UUID
 * @param name need not be unique
 * @param description empty when there is none
 * @param projectId whose it is
 * @param networkId the network it is part of
 * @param ipVersion 4 or 6
 * @param cidr the range, such as {@code 10.0.0.0/24}; null where it comes from a prefix that is not known yet
 * @param gatewayIp the way out, which DHCP tells; null: none
 * @param allocationPools the addresses that ports are given
 * @param dhcpEnabled whether hosts are told their addresses
 * @param dnsNameservers what hosts are told to ask for names
 * @param hostRoutes what hosts are told of routes
 * @param ipv6RaMode who announces the prefix; null: a router that Neutron does not know
 * @param ipv6AddressMode who gives addresses; null: not Neutron
 * @param subnetPoolId the pool its range was taken from; null: none
 * @param segmentId the segment of the network it is on; null: all, or the caller is no administrator
 * @param serviceTypes kinds of devices whose ports get addresses there, such as {@code compute:nova}; empty: all
 * @param dnsPublishFixedIp whether an external DNS is told of its addresses; null where the cloud does not know of it
 * @param external whether its network is outside; null where the cloud does not tell
 * @param tags its tags
 * @param revisionNumber grows with every change; null where the cloud does not count
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 * @param extras fields without a component of their own
 */
public record Subnet(
        String id,
        String name,
        @Nullable String description,
        @Nullable String projectId,
        String networkId,
        int ipVersion,
        @Nullable String cidr,
        @Nullable String gatewayIp,
        List<AllocationPool> allocationPools,
        @JsonProperty("enable_dhcp") boolean dhcpEnabled,
        List<String> dnsNameservers,
        List<Route> hostRoutes,
        @Nullable Ipv6Mode ipv6RaMode,
        @Nullable Ipv6Mode ipv6AddressMode,
        @JsonProperty("subnetpool_id") @Nullable String subnetPoolId,
        @Nullable String segmentId,
        List<String> serviceTypes,
        @Nullable Boolean dnsPublishFixedIp,
        @JsonProperty("router:external") @Nullable Boolean external,
        List<String> tags,
        @Nullable Integer revisionNumber,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<Subnet> {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
