package io.github.openstackjvm.benchmarks;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Extras;
import io.github.openstackjvm.resource.OpenValue;
import org.jspecify.annotations.Nullable;

/**
 * A server as a model of this library has it: times are instants, the status is open, what has no component is kept.
 * Public, because the decoder overrides no access.
 */
public record Server(
        String id,
        String name,
        Status status,
        @JsonProperty("tenant_id") String projectId,
        String userId,
        @JsonProperty("hostId") String hostId,
        Flavor flavor,
        @JsonProperty("created") Instant createdAt,
        @JsonProperty("updated") Instant updatedAt,
        Map<String, List<Address>> addresses,
        Map<String, String> metadata,
        @Nullable String keyName,
        @JsonProperty("OS-EXT-AZ:availability_zone") String zone,
        @JsonProperty("OS-EXT-STS:vm_state") String vmState,
        @JsonProperty("OS-EXT-STS:power_state") int powerState,
        List<Group> securityGroups,
        List<String> tags,
        boolean locked,
        @JsonAnySetter Map<String, @Nullable Object> extras) {

    /** Keeps maps and lists. */
    public Server {
        addresses = Extras.of(addresses);
        metadata = Extras.of(metadata);
        securityGroups = Extras.list(securityGroups);
        tags = Extras.list(tags);
        extras = Extras.of(extras);
    }

    /** A word that nova may add to. */
    public record Status(String value) implements OpenValue {}

    /** What the server was made from. */
    public record Flavor(String originalName, int vcpus, int ram, int disk, Map<String, String> extraSpecs) {}

    /** One address of one port. */
    public record Address(
            String addr,
            int version,
            @JsonProperty("OS-EXT-IPS:type") String type,
            @JsonProperty("OS-EXT-IPS-MAC:mac_addr") String mac) {}

    /** A security group by its name. */
    public record Group(String name) {}
}
