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
 * What carries packets from one subnet to another, and outside. The constructor is not API.
 *
 * @param id a UUID
 * @param name need not be unique
 * @param description empty when there is none
 * @param projectId whose it is
 * @param status whether it works
 * @param adminStateUp whether it is switched on
 * @param externalGateway its way outside; null: none
 * @param externalGateways all its ways outside, where the cloud knows of several; the first is {@code externalGateway}
 * @param routes where packets go beside the subnets it joins
 * @param distributed whether it is on every host; null unless the caller is an administrator
 * @param ha whether another one takes over when it fails; null unless the caller is an administrator
 * @param flavorId its flavor; null: none
 * @param enableNdpProxy whether it answers for IPv6 addresses inside; null where the cloud does not know of it
 * @param enableDefaultRouteBfd whether it watches its ways outside; null where the cloud does not know of it
 * @param enableDefaultRouteEcmp whether it uses all its ways outside; null where the cloud does not know of it
 * @param conntrackHelpers what looks into connections for it
 * @param availabilityZones where it is served
 * @param availabilityZoneHints where it was asked to be served
 * @param tags its tags
 * @param revisionNumber grows with every change; null where the cloud does not count
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 * @param extras fields without a component of their own
 */
public record Router(
        String id,
        String name,
        @Nullable String description,
        @Nullable String projectId,
        Status status,
        boolean adminStateUp,
        @JsonProperty("external_gateway_info") @Nullable ExternalGateway externalGateway,
        List<ExternalGateway> externalGateways,
        List<Route> routes,
        @Nullable Boolean distributed,
        @Nullable Boolean ha,
        @Nullable String flavorId,
        @Nullable Boolean enableNdpProxy,
        @Nullable Boolean enableDefaultRouteBfd,
        @Nullable Boolean enableDefaultRouteEcmp,
        List<ConntrackHelper> conntrackHelpers,
        List<String> availabilityZones,
        List<String> availabilityZoneHints,
        List<String> tags,
        @Nullable Integer revisionNumber,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<Router> {

    /**
     * A way outside.
     *
     * @param networkId the external network
     * @param snat whether hosts inside appear with its address; null where the cloud does not tell
     * @param externalFixedIps its addresses there
     * @param qosPolicyId its policy for the quality of service; null: none
     */
    public record ExternalGateway(
            String networkId,
            @JsonProperty("enable_snat") @Nullable Boolean snat,
            List<FixedIp> externalFixedIps,
            @Nullable String qosPolicyId) {}

    /**
     * What looks into the connections of a protocol.
     *
     * @param protocol such as {@code udp}
     * @param port its port
     * @param helper such as {@code tftp}
     */
    public record ConntrackHelper(String protocol, int port, String helper) {}

    @Override
    public String toString() {
        return Show.of(this);
    }
}
