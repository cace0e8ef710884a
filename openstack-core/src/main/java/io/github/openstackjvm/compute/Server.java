package io.github.openstackjvm.compute;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.resource.Show;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Until;
import org.jspecify.annotations.Nullable;

/**
 * A server. What only administrators see is null for others. The constructor is not API.
 *
 * @param id a UUID
 * @param name need not be unique; null while the part of the cloud that knows it is down
 * @param status what it does, for users
 * @param taskState what Nova is doing to it, such as {@code spawning}; null when nothing
 * @param vmState what it is, for operators, such as {@code active}
 * @param powerState what the hypervisor says
 * @param progress of a build, resize or migration, in percent
 * @param fault why it is in {@code ERROR}, or was
 * @param flavor its size
 * @param image what it was made from; null when it boots from a volume
 * @param addresses by the name of the network; none while it is built
 * @param accessIpV4 address to reach it by, set by people; empty when none is
 * @param accessIpV6 address to reach it by, set by people; empty when none is
 * @param metadata key-value pairs of its owner
 * @param tags of its owner
 * @param description null when there is none
 * @param keyName the keypair it got at first boot
 * @param securityGroups those of its ports, by name
 * @param volumesAttached its volumes
 * @param serverGroups ids of the groups it is in
 * @param availabilityZone where it is; empty before it is scheduled
 * @param pinnedAvailabilityZone where it has to be; null when anywhere
 * @param hostname as its metadata service tells it
 * @param hostId the same text for all servers of a project on one host
 * @param hostStatus of the host's compute service; for administrators
 * @param host its compute service; for administrators
 * @param hypervisorHostname its hypervisor; for administrators
 * @param instanceName as the hypervisor calls it; for administrators
 * @param reservationId common to servers that were made together; for administrators
 * @param launchIndex its number among those, from 0; for administrators
 * @param kernelId of an AMI; for administrators
 * @param ramdiskId of an AMI; for administrators
 * @param rootDeviceName such as {@code /dev/vda}; for administrators
 * @param userData as given, in Base64; for administrators
 * @param configDrive whether its metadata are on a drive, too
 * @param diskConfig {@code AUTO} or {@code MANUAL}
 * @param locked whether its owner can do nothing to it but unlock it
 * @param lockedReason why; null when nobody said
 * @param trustedImageCertificates ids of the certificates its image had to be signed with; null when none
 * @param schedulerHints what the scheduler was told
 * @param projectId whose it is
 * @param userId who made it
 * @param createdAt when it was asked for
 * @param updatedAt when it last changed
 * @param launchedAt when it first ran
 * @param terminatedAt when it was deleted
 * @param extras fields without a component of their own
 */
public record Server(
        String id,
        @Nullable String name,
        ServerStatus status,
        @JsonProperty("OS-EXT-STS:task_state") @Nullable String taskState,
        @JsonProperty("OS-EXT-STS:vm_state") @Nullable String vmState,
        @JsonProperty("OS-EXT-STS:power_state") @Nullable PowerState powerState,
        @Nullable Integer progress,
        @Nullable Fault fault,
        @Nullable FlavorUsed flavor,
        @Nullable ImageUsed image,
        Map<String, List<Address>> addresses,
        @JsonProperty("accessIPv4") @Nullable String accessIpV4,
        @JsonProperty("accessIPv6") @Nullable String accessIpV6,
        Map<String, String> metadata,
        @Since("2.26") List<String> tags,
        @Since("2.19") @Nullable String description,
        @Nullable String keyName,
        List<GroupName> securityGroups,

        @JsonProperty("os-extended-volumes:volumes_attached")
        List<VolumeUsed> volumesAttached,

        @Since("2.71") List<String> serverGroups,

        @JsonProperty("OS-EXT-AZ:availability_zone") @Nullable
        String availabilityZone,

        @Since("2.96") @Nullable String pinnedAvailabilityZone,

        @Since("2.3") @JsonProperty("OS-EXT-SRV-ATTR:hostname") @Nullable
        String hostname,

        @JsonProperty("hostId") @Nullable String hostId,
        @Since("2.16") @Nullable String hostStatus,
        @JsonProperty("OS-EXT-SRV-ATTR:host") @Nullable String host,

        @JsonProperty("OS-EXT-SRV-ATTR:hypervisor_hostname") @Nullable
        String hypervisorHostname,

        @JsonProperty("OS-EXT-SRV-ATTR:instance_name") @Nullable
        String instanceName,

        @Since("2.3") @JsonProperty("OS-EXT-SRV-ATTR:reservation_id") @Nullable
        String reservationId,

        @Since("2.3") @JsonProperty("OS-EXT-SRV-ATTR:launch_index") @Nullable
        Integer launchIndex,

        @Since("2.3") @JsonProperty("OS-EXT-SRV-ATTR:kernel_id") @Nullable
        String kernelId,

        @Since("2.3") @JsonProperty("OS-EXT-SRV-ATTR:ramdisk_id") @Nullable
        String ramdiskId,

        @Since("2.3") @JsonProperty("OS-EXT-SRV-ATTR:root_device_name") @Nullable
        String rootDeviceName,

        @Since("2.3") @JsonProperty("OS-EXT-SRV-ATTR:user_data") @Nullable
        Secret userData,

        boolean configDrive,
        @JsonProperty("OS-DCF:diskConfig") @Nullable DiskConfig diskConfig,
        @Since("2.9") @Nullable Boolean locked,
        @Since("2.73") @Nullable String lockedReason,
        @Since("2.63") @Nullable List<String> trustedImageCertificates,
        @Since("2.100") Map<String, @Nullable Object> schedulerHints,
        @JsonProperty("tenant_id") @Nullable String projectId,
        @Nullable String userId,
        @JsonProperty("created") @Nullable Instant createdAt,
        @JsonProperty("updated") @Nullable Instant updatedAt,
        @JsonProperty("OS-SRV-USG:launched_at") @Nullable Instant launchedAt,
        @JsonProperty("OS-SRV-USG:terminated_at") @Nullable Instant terminatedAt,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<Server> {

    /** All addresses of all networks. */
    public List<Address> allAddresses() {
        return addresses.values().stream().flatMap(List::stream).toList();
    }

    /** The first floating address of version 4, if it has one. */
    public Optional<String> floatingIp() {
        return allAddresses().stream()
                .filter(address -> "floating".equals(address.type()) && address.version() == 4)
                .map(Address::address)
                .findFirst();
    }

    @Override
    public String toString() {
        return Show.of(this);
    }

    /**
     * Why a server is in {@code ERROR}.
     *
     * @param code a status of HTTP
     * @param message in Nova's words
     * @param details where it happened; for administrators
     * @param createdAt when
     * @param extras fields without a component of their own
     */
    public record Fault(
            int code,
            String message,
            @Nullable String details,
            @JsonProperty("created") @Nullable Instant createdAt,
            @JsonAnySetter Map<String, @Nullable Object> extras) {
        @Override
        public String toString() {
            return Show.of(this);
        }
    }

    /**
     * The size of a server as it was when it was made. Until 2.46 there is only the id, since 2.47 all but the id.
     *
     * @param id of the flavor
     * @param originalName the flavor's name
     * @param vcpus number of virtual CPUs
     * @param ramMiB memory in MiB
     * @param diskGiB root disk in GiB
     * @param ephemeralGiB further disk in GiB
     * @param swapMiB swap disk in MiB
     * @param extraSpecs what scheduler and hypervisor were told
     * @param extras fields without a component of their own
     */
    public record FlavorUsed(
            @Until("2.46") @Nullable String id,
            @Since("2.47") @Nullable String originalName,
            @Since("2.47") @Nullable Integer vcpus,
            @Since("2.47") @JsonProperty("ram") @Nullable Integer ramMiB,
            @Since("2.47") @JsonProperty("disk") @Nullable Integer diskGiB,

            @Since("2.47") @JsonProperty("ephemeral") @Nullable
            Integer ephemeralGiB,

            @Since("2.47") @JsonProperty("swap") @Nullable Integer swapMiB,
            @Since("2.47") Map<String, String> extraSpecs,
            @JsonAnySetter Map<String, @Nullable Object> extras) {
        @Override
        public String toString() {
            return Show.of(this);
        }
    }

    /**
     * The image that a server was made from.
     *
     * @param id of the image
     * @param properties of the image as it was
     * @param extras fields without a component of their own
     */
    public record ImageUsed(
            String id,
            @Since("2.98") Map<String, @Nullable Object> properties,
            @JsonAnySetter Map<String, @Nullable Object> extras) {
        @Override
        public String toString() {
            return Show.of(this);
        }
    }

    /**
     * One address of a server.
     *
     * @param address the address
     * @param version 4 or 6
     * @param type {@code fixed} or {@code floating}
     * @param macAddress of the port
     * @param extras fields without a component of their own
     */
    public record Address(
            @JsonProperty("addr") String address,
            int version,
            @JsonProperty("OS-EXT-IPS:type") @Nullable String type,

            @JsonProperty("OS-EXT-IPS-MAC:mac_addr") @Nullable
            String macAddress,

            @JsonAnySetter Map<String, @Nullable Object> extras) {
        @Override
        public String toString() {
            return Show.of(this);
        }
    }

    /**
     * The name of a security group.
     *
     * @param name of the group
     */
    public record GroupName(String name) {}

    /**
     * A volume of a server.
     *
     * @param id of the volume
     * @param deleteOnTermination whether it goes with the server
     * @param extras fields without a component of their own
     */
    public record VolumeUsed(
            String id,

            @Since("2.3") @JsonProperty("delete_on_termination") @Nullable
            Boolean deleteOnTermination,

            @JsonAnySetter Map<String, @Nullable Object> extras) {
        @Override
        public String toString() {
            return Show.of(this);
        }
    }
}
