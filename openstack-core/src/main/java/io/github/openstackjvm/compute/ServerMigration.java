package io.github.openstackjvm.compute;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import io.github.openstackjvm.resource.Since;
import org.jspecify.annotations.Nullable;

/**
 * A live migration of a server that goes on. The constructor is not API.
 *
 * @param id a number
 * @param uuid by which other services know it
 * @param serverId the server
 * @param status such as {@code preparing} or {@code running}
 * @param sourceCompute the service it comes from
 * @param sourceNode the hypervisor it comes from
 * @param destCompute the service it goes to; null before it is chosen
 * @param destNode the hypervisor it goes to
 * @param destHost the address it goes to
 * @param memoryTotalBytes memory to be moved
 * @param memoryProcessedBytes memory moved so far
 * @param memoryRemainingBytes memory still to be moved
 * @param diskTotalBytes disk to be moved
 * @param diskProcessedBytes disk moved so far
 * @param diskRemainingBytes disk still to be moved
 * @param userId who ordered it
 * @param projectId in which project
 * @param createdAt when it was ordered
 * @param updatedAt when it last changed; null when it has not
 * @param extras fields without a component of their own
 */
public record ServerMigration(
        String id,
        @Since("2.59") @Nullable String uuid,
        @JsonProperty("server_uuid") String serverId,
        String status,
        @Nullable String sourceCompute,
        @Nullable String sourceNode,
        @Nullable String destCompute,
        @Nullable String destNode,
        @Nullable String destHost,
        @Nullable Long memoryTotalBytes,
        @Nullable Long memoryProcessedBytes,
        @Nullable Long memoryRemainingBytes,
        @Nullable Long diskTotalBytes,
        @Nullable Long diskProcessedBytes,
        @Nullable Long diskRemainingBytes,
        @Since("2.80") @Nullable String userId,
        @Since("2.80") @Nullable String projectId,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<ServerMigration> {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
