package io.github.openstackjvm.compute;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * What a hypervisor measures of a running server. Null is what it does not measure. The constructor is not API.
 *
 * @param state such as {@code running}
 * @param driver how Nova talks to the hypervisor, such as {@code libvirt}
 * @param hypervisor such as {@code kvm}
 * @param hypervisorOs its operating system
 * @param uptimeSeconds how long the server has been running, in seconds
 * @param configDrive whether its metadata are on a drive, too
 * @param numCpus number of virtual CPUs
 * @param numNics number of network interfaces
 * @param numDisks number of disks
 * @param cpus each virtual CPU
 * @param nics each network interface
 * @param disks each disk
 * @param memory its memory
 * @param extras fields without a component of their own
 */
public record ServerDiagnostics(
        @Nullable String state,
        @Nullable String driver,
        @Nullable String hypervisor,
        @Nullable String hypervisorOs,
        @JsonProperty("uptime") @Nullable Long uptimeSeconds,
        @Nullable Boolean configDrive,
        @Nullable Integer numCpus,
        @Nullable Integer numNics,
        @Nullable Integer numDisks,
        @JsonProperty("cpu_details") List<Cpu> cpus,
        @JsonProperty("nic_details") List<Nic> nics,
        @JsonProperty("disk_details") List<Disk> disks,
        @JsonProperty("memory_details") @Nullable Memory memory,
        @JsonAnySetter Map<String, @Nullable Object> extras) {

    @Override
    public String toString() {
        return Show.of(this);
    }

    /**
     * A virtual CPU.
     *
     * @param id its number
     * @param timeNanos how long it has worked, in nanoseconds
     * @param utilisation in percent
     */
    public record Cpu(
            @Nullable Integer id,
            @JsonProperty("time") @Nullable Long timeNanos,
            @Nullable Integer utilisation) {}

    /**
     * A network interface. Rates are in bytes a second.
     *
     * @param macAddress of the port
     * @param rxOctets bytes received
     * @param rxErrors errors while receiving
     * @param rxDrop packets that came and were dropped
     * @param rxPackets packets received
     * @param rxRate how fast it receives
     * @param txOctets bytes sent
     * @param txErrors errors while sending
     * @param txDrop packets to be sent that were dropped
     * @param txPackets packets sent
     * @param txRate how fast it sends
     */
    public record Nic(
            @Nullable String macAddress,
            @Nullable Long rxOctets,
            @Nullable Long rxErrors,
            @Nullable Long rxDrop,
            @Nullable Long rxPackets,
            @Nullable Long rxRate,
            @Nullable Long txOctets,
            @Nullable Long txErrors,
            @Nullable Long txDrop,
            @Nullable Long txPackets,
            @Nullable Long txRate) {}

    /**
     * A disk.
     *
     * @param readBytes bytes read
     * @param readRequests how often it was read
     * @param writeBytes bytes written
     * @param writeRequests how often it was written
     * @param errorsCount errors so far
     */
    public record Disk(
            @Nullable Long readBytes,
            @Nullable Long readRequests,
            @Nullable Long writeBytes,
            @Nullable Long writeRequests,
            @Nullable Long errorsCount) {}

    /**
     * The memory of a server.
     *
     * @param maximumMiB what it may use, in MiB
     * @param usedMiB what it uses, in MiB
     */
    public record Memory(
            @JsonProperty("maximum") @Nullable Long maximumMiB,
            @JsonProperty("used") @Nullable Long usedMiB) {}
}
