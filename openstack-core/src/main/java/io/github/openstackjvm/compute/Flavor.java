package io.github.openstackjvm.compute;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import io.github.openstackjvm.resource.Since;
import org.jspecify.annotations.Nullable;

/**
 * A size of servers. The constructor is not API.
 *
 * @param id any text; a UUID unless its creator chose one
 * @param name unique in the cloud
 * @param description null when there is none
 * @param vcpus number of virtual CPUs
 * @param ramMiB memory in MiB
 * @param diskGiB root disk in GiB; 0: as large as the image
 * @param ephemeralGiB further disk in GiB
 * @param swapMiB swap disk in MiB; null or 0: none
 * @param rxtxFactor share of the network's bandwidth, where the hypervisor knows of it
 * @param isPublic whether every project may use it
 * @param disabled whether it is closed to new servers
 * @param extraSpecs what scheduler and hypervisor are told; empty where policy or version hide them
 * @param extras fields without a component of their own
 */
public record Flavor(
        String id,
        String name,
        @Since("2.55") @Nullable String description,
        int vcpus,
        @JsonProperty("ram") int ramMiB,
        @JsonProperty("disk") int diskGiB,
        @JsonProperty("OS-FLV-EXT-DATA:ephemeral") int ephemeralGiB,
        @JsonProperty("swap") @Nullable Integer swapMiB,
        @JsonProperty("rxtx_factor") @Nullable Double rxtxFactor,

        @JsonProperty("os-flavor-access:is_public") @Nullable
        Boolean isPublic,

        @JsonProperty("OS-FLV-DISABLED:disabled") @Nullable Boolean disabled,
        @Since("2.61") Map<String, String> extraSpecs,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<Flavor> {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
