package io.github.openstackjvm.compute;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Until;
import org.jspecify.annotations.Nullable;

/**
 * What runs servers on a host. The constructor is not API.
 *
 * @param id a UUID; before 2.53 a number
 * @param hostname as the hypervisor calls itself; by this it is found
 * @param state whether its service answers
 * @param status whether the scheduler may use it
 * @param type such as {@code QEMU}
 * @param version as one number
 * @param hostIp where it is
 * @param service the service of Nova that drives it
 * @param servers its servers; only when asked for
 * @param uptime how long it has been running, in the words of the operating system; null where nobody knows
 * @param vcpus number of CPUs
 * @param vcpusUsed virtual CPUs of its servers
 * @param ramMiB memory in MiB
 * @param ramUsedMiB memory of its servers and reserved memory, in MiB
 * @param ramFreeMiB what is left of the memory, in MiB
 * @param diskGiB disk in GiB
 * @param diskUsedGiB disk of its servers, in GiB
 * @param diskFreeGiB what is left of the disk, in GiB
 * @param diskAvailableLeastGiB what would be left if all disks were full, in GiB
 * @param runningVms number of servers
 * @param currentWorkload number of servers to which something is being done
 * @param cpuInfo what its CPUs are
 * @param extras fields without a component of their own
 */
public record Hypervisor(
        String id,
        @JsonProperty("hypervisor_hostname") String hostname,
        HostState state,
        HostStatus status,
        @JsonProperty("hypervisor_type") @Nullable String type,
        @JsonProperty("hypervisor_version") @Nullable Long version,
        @Nullable String hostIp,
        @Nullable Service service,
        @Since("2.53") List<Resident> servers,
        @Since("2.88") @Nullable String uptime,
        @Until("2.87") @Nullable Integer vcpus,
        @Until("2.87") @Nullable Integer vcpusUsed,
        @Until("2.87") @JsonProperty("memory_mb") @Nullable Long ramMiB,

        @Until("2.87") @JsonProperty("memory_mb_used") @Nullable
        Long ramUsedMiB,

        @Until("2.87") @JsonProperty("free_ram_mb") @Nullable
        Long ramFreeMiB,

        @Until("2.87") @JsonProperty("local_gb") @Nullable Long diskGiB,

        @Until("2.87") @JsonProperty("local_gb_used") @Nullable
        Long diskUsedGiB,

        @Until("2.87") @JsonProperty("free_disk_gb") @Nullable
        Long diskFreeGiB,

        @Until("2.87") @JsonProperty("disk_available_least") @Nullable
        Long diskAvailableLeastGiB,

        @Until("2.87") @Nullable Integer runningVms,
        @Until("2.87") @Nullable Integer currentWorkload,
        @Since("2.28") @Until("2.87") Map<String, @Nullable Object> cpuInfo,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<Hypervisor> {

    @Override
    public String toString() {
        return Show.of(this);
    }

    @Override
    public String name() {
        return hostname;
    }

    /**
     * The service of Nova that drives a hypervisor.
     *
     * @param id of the service
     * @param host its name
     * @param disabledReason why it is disabled; null when it is not, or nobody said
     */
    public record Service(String id, String host, @Nullable String disabledReason) {}

    /**
     * A server on a hypervisor.
     *
     * @param id of the server
     * @param name what the hypervisor calls it, such as {@code instance-0000002a}
     */
    public record Resident(@JsonProperty("uuid") String id, String name) {}
}
