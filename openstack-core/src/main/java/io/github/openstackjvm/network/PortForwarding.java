package io.github.openstackjvm.network;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * A port of a floating IP that stands for a port inside. The constructor is not API.
 *
 * @param id a UUID
 * @param protocol such as {@code tcp}
 * @param externalPort the port outside; null where there is a range
 * @param internalPort the port inside; null where there is a range
 * @param externalPortRange the ports outside, such as {@code 8000:8010}
 * @param internalPortRange the ports inside
 * @param internalIpAddress the address inside
 * @param internalPortId the port of the network inside
 * @param description empty when there is none
 * @param extras fields without a component of their own
 */
public record PortForwarding(
        String id,
        IpProtocol protocol,
        @Nullable Integer externalPort,
        @Nullable Integer internalPort,
        @Nullable String externalPortRange,
        @Nullable String internalPortRange,
        String internalIpAddress,
        String internalPortId,
        @Nullable String description,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<PortForwarding> {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
