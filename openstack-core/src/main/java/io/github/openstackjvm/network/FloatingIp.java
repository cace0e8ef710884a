package io.github.openstackjvm.network;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * An address outside that stands for one inside. It goes by its address where others go by their names. The constructor is not
 * API.
 *
 * @param id a UUID
 * @param floatingIpAddress the address outside
 * @param floatingNetworkId the external network it is of
 * @param portId the port it is associated with; null: none
 * @param fixedIpAddress the address inside; null: none
 * @param routerId the router that carries its packets; null: none
 * @param status {@link Status#ACTIVE} when it works, {@link Status#DOWN} until then
 * @param description empty when there is none
 * @param projectId whose it is
 * @param dnsName its name in an external DNS; empty: none
 * @param dnsDomain the domain of that name; empty: none
 * @param qosPolicyId its policy for the quality of service; null: its network's
 * @param qosNetworkPolicyId its network's policy for the quality of service; null: none, or the cloud does not tell
 * @param portDetails the port it is associated with; null: none
 * @param portForwardings single ports of it that stand for ports inside
 * @param tags its tags
 * @param revisionNumber grows with every change; null where the cloud does not count
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 * @param extras fields without a component of their own
 */
public record FloatingIp(
        String id,
        String floatingIpAddress,
        String floatingNetworkId,
        @Nullable String portId,
        @Nullable String fixedIpAddress,
        @Nullable String routerId,
        @Nullable Status status,
        @Nullable String description,
        @Nullable String projectId,
        @Nullable String dnsName,
        @Nullable String dnsDomain,
        @Nullable String qosPolicyId,
        @Nullable String qosNetworkPolicyId,
        @Nullable PortDetails portDetails,
        List<Forwarding> portForwardings,
        List<String> tags,
        @Nullable Integer revisionNumber,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<FloatingIp> {

    /**
     * The port that a floating IP is associated with.
     *
     * @param name its name
     * @param networkId its network
     * @param macAddress its hardware address
     * @param adminStateUp whether it is switched on
     * @param status whether it works
     * @param deviceId what is plugged in
     * @param deviceOwner what that is
     */
    public record PortDetails(
            String name,
            String networkId,
            String macAddress,
            boolean adminStateUp,
            Status status,
            String deviceId,
            String deviceOwner) {}

    /**
     * A port of a floating IP that stands for a port inside.
     *
     * @param id a UUID
     * @param protocol such as {@code tcp}
     * @param externalPort the port outside; null where there is a range
     * @param internalPort the port inside; null where there is a range
     * @param externalPortRange the ports outside, such as {@code 8000:8010}
     * @param internalPortRange the ports inside
     * @param internalIpAddress the address inside
     * @param internalPortId the port of the network inside; null where it is not told
     */
    public record Forwarding(
            @Nullable String id,
            IpProtocol protocol,
            @Nullable Integer externalPort,
            @Nullable Integer internalPort,
            @Nullable String externalPortRange,
            @Nullable String internalPortRange,
            String internalIpAddress,
            @Nullable String internalPortId) {}

    /** Its address, by which it is found. */
    @Override
    public String name() {
        return floatingIpAddress;
    }

    @Override
    public String toString() {
        return Show.of(this);
    }
}
