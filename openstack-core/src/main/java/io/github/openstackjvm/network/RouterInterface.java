package io.github.openstackjvm.network;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * What joins a router to a subnet. The constructor is not API.
 *
 * @param routerId id of the router
 * @param networkId id of the network
 * @param portId id of the router's port there
 * @param subnetId id of the subnet
 * @param subnetIds ids of all subnets of the port
 * @param projectId whose it is
 * @param tags tags of the router
 * @param extras fields without a component of their own
 */
public record RouterInterface(
        @JsonProperty("id") String routerId,
        @Nullable String networkId,
        String portId,
        @Nullable String subnetId,
        List<String> subnetIds,
        @Nullable String projectId,
        List<String> tags,
        @JsonAnySetter Map<String, @Nullable Object> extras) {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
