package io.github.openstackjvm.compute;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import io.github.openstackjvm.resource.Since;
import org.jspecify.annotations.Nullable;

/**
 * A port by which a server is plugged into a network. The constructor is not API.
 *
 * @param portId its id in Neutron, and here
 * @param networkId the network
 * @param macAddress of the port
 * @param portState in Neutron's words, such as {@code ACTIVE}
 * @param fixedIps its addresses
 * @param tag by which the guest finds it in its metadata; null when it has none
 * @param extras fields without a component of their own
 */
public record ServerInterface(
        String portId,
        @JsonProperty("net_id") String networkId,
        @JsonProperty("mac_addr") String macAddress,
        String portState,
        List<FixedIp> fixedIps,
        @Since("2.70") @Nullable String tag,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<ServerInterface> {

    @Override
    public String toString() {
        return Show.of(this);
    }

    @Override
    public String id() {
        return portId;
    }

    /**
     * An address of a port.
     *
     * @param subnetId the subnet it is from
     * @param ipAddress the address
     */
    public record FixedIp(String subnetId, String ipAddress) {}
}
