package io.github.openstackjvm.benchmarks;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** The same components as Jackson reads them without help: times and the status as text, the rest of the answer dropped. */
record BareServer(
        String id,
        String name,
        String status,
        @JsonProperty("tenant_id") String projectId,
        @JsonProperty("user_id") String userId,
        String hostId,
        Flavor flavor,
        @JsonProperty("created") String createdAt,
        @JsonProperty("updated") String updatedAt,
        Map<String, List<Address>> addresses,
        Map<String, String> metadata,
        @JsonProperty("key_name") @Nullable String keyName,
        @JsonProperty("OS-EXT-AZ:availability_zone") String zone,
        @JsonProperty("OS-EXT-STS:vm_state") String vmState,
        @JsonProperty("OS-EXT-STS:power_state") int powerState,
        @JsonProperty("security_groups") List<Group> securityGroups,
        List<String> tags,
        boolean locked) {

    record Flavor(
            @JsonProperty("original_name") String originalName,
            int vcpus,
            int ram,
            int disk,
            @JsonProperty("extra_specs") Map<String, String> extraSpecs) {}

    record Address(
            String addr,
            int version,
            @JsonProperty("OS-EXT-IPS:type") String type,
            @JsonProperty("OS-EXT-IPS-MAC:mac_addr") String mac) {}

    record Group(String name) {}

    record Answer(List<BareServer> servers) {}
}
