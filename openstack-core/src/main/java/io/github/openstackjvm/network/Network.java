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
 * A network: what subnets and ports are part of. The constructor is not API.
 *
 * @param id a UUID
 * @param name need not be unique
 * @param description empty when there is none
 * @param projectId whose it is
 * @param status whether it works
 * @param adminStateUp whether it is switched on
 * @param shared whether the caller's project uses it by a policy of sharing
 * @param external whether it leads outside: routers may have their gateway there, and floating IPs come from it
 * @param isDefault whether it is the external network that is taken when nobody says which; null where the cloud does not
 *     tell, as for networks inside
 * @param mtu largest packet, in bytes; null where the cloud does not know of it
 * @param subnetIds ids of its subnets
 * @param portSecurityEnabled what new ports there have unless said otherwise
 * @param qosPolicyId the policy for the quality of service of its ports; null: none
 * @param dnsDomain the domain of names that its ports get from an external DNS; empty: none
 * @param availabilityZones where it is served
 * @param availabilityZoneHints where it was asked to be served
 * @param ipv4AddressScopeId the scope of its IPv4 addresses; null: none
 * @param ipv6AddressScopeId the scope of its IPv6 addresses; null: none
 * @param l2Adjacency whether all its ports reach each other without a router
 * @param networkType what it runs on; null unless the caller is an administrator
 * @param physicalNetwork the physical network it runs on; null when it is none, or for others than administrators
 * @param segmentationId number of its VLAN or tunnel; null when it has none, or for others than administrators
 * @param segments the same when it has several; empty otherwise
 * @param vlanTransparent whether guests may use VLANs of their own; null where the cloud does not know of it
 * @param vlanQinq whether guests may use VLANs of their own by stacked tags; null where the cloud does not know of it
 * @param tags its tags
 * @param revisionNumber grows with every change; null where the cloud does not count
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 * @param extras fields without a component of their own
 */
public record Network(
        String id,
        String name,
        @Nullable String description,
        @Nullable String projectId,
        Status status,
        boolean adminStateUp,
        boolean shared,
        @JsonProperty("router:external") boolean external,
        @Nullable Boolean isDefault,
        @Nullable Integer mtu,
        @JsonProperty("subnets") List<String> subnetIds,
        @Nullable Boolean portSecurityEnabled,
        @Nullable String qosPolicyId,
        @Nullable String dnsDomain,
        List<String> availabilityZones,
        List<String> availabilityZoneHints,
        @JsonProperty("ipv4_address_scope") @Nullable String ipv4AddressScopeId,
        @JsonProperty("ipv6_address_scope") @Nullable String ipv6AddressScopeId,
        @Nullable Boolean l2Adjacency,
        @JsonProperty("provider:network_type") @Nullable NetworkType networkType,
        @JsonProperty("provider:physical_network") @Nullable String physicalNetwork,
        @JsonProperty("provider:segmentation_id") @Nullable Integer segmentationId,
        List<ProviderSegment> segments,
        @Nullable Boolean vlanTransparent,
        @Nullable Boolean vlanQinq,
        List<String> tags,
        @Nullable Integer revisionNumber,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<Network> {

    /**
     * One of several segments that a network runs on.
     *
     * @param networkType what it is
     * @param physicalNetwork the physical network it is on; null when it is none
     * @param segmentationId number of its VLAN or tunnel; null when it has none
     */
    public record ProviderSegment(
            @JsonProperty("provider:network_type") @Nullable NetworkType networkType,

            @JsonProperty("provider:physical_network") @Nullable
            String physicalNetwork,

            @JsonProperty("provider:segmentation_id") @Nullable
            Integer segmentationId) {}

    @Override
    public String toString() {
        return Show.of(this);
    }
}
