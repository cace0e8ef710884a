package io.github.openstackjvm.compute;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * All hypervisors of the cloud together. The constructor is not API.
 *
 * @param count number of hypervisors
 * @param vcpus number of CPUs
 * @param vcpusUsed virtual CPUs of the servers
 * @param ramMiB memory in MiB
 * @param ramUsedMiB memory of the servers and reserved memory, in MiB
 * @param ramFreeMiB what is left of the memory, in MiB
 * @param diskGiB disk in GiB
 * @param diskUsedGiB disk of the servers, in GiB
 * @param diskFreeGiB what is left of the disk, in GiB
 * @param diskAvailableLeastGiB what would be left if all disks were full, in GiB
 * @param runningVms number of servers
 * @param currentWorkload number of servers to which something is being done
 * @param extras fields without a component of their own
 */
public record HypervisorStatistics(
        int count,
        int vcpus,
        int vcpusUsed,
        @JsonProperty("memory_mb") long ramMiB,
        @JsonProperty("memory_mb_used") long ramUsedMiB,
        @JsonProperty("free_ram_mb") long ramFreeMiB,
        @JsonProperty("local_gb") long diskGiB,
        @JsonProperty("local_gb_used") long diskUsedGiB,
        @JsonProperty("free_disk_gb") long diskFreeGiB,
        @JsonProperty("disk_available_least") long diskAvailableLeastGiB,
        int runningVms,
        int currentWorkload,
        @JsonAnySetter Map<String, @Nullable Object> extras) {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
