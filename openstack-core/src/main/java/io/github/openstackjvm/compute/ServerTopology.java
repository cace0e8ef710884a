package io.github.openstackjvm.compute;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * How the CPUs and memory of a server are spread over NUMA nodes. The constructor is not API.
 *
 * @param nodes empty for a server without a NUMA topology
 * @param pageSizeKiB size of its memory pages in KiB; null when it did not ask for one
 * @param extras fields without a component of their own
 */
public record ServerTopology(
        List<Node> nodes,
        @JsonProperty("pagesize_kb") @Nullable Integer pageSizeKiB,
        @JsonAnySetter Map<String, @Nullable Object> extras) {

    @Override
    public String toString() {
        return Show.of(this);
    }

    /**
     * One NUMA node of a server.
     *
     * @param memoryMiB its memory in MiB
     * @param vcpus numbers of its virtual CPUs
     * @param siblings virtual CPUs that share a core
     * @param hostNode the host's node it lives on; for administrators
     * @param cpuPinning by virtual CPU the host's CPU that it has for itself; for administrators
     * @param extras fields without a component of their own
     */
    public record Node(
            @JsonProperty("memory_mb") int memoryMiB,
            @JsonProperty("vcpu_set") List<Integer> vcpus,
            List<List<Integer>> siblings,
            @Nullable Integer hostNode,
            Map<String, Integer> cpuPinning,
            @JsonAnySetter Map<String, @Nullable Object> extras) {
        @Override
        public String toString() {
            return Show.of(this);
        }
    }
}
