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
 * A move of a server to another host or size, under way or over. The constructor is not API.
 *
 * @param id a number
 * @param uuid by which pages are marked
 * @param serverId the server
 * @param status such as {@code running}, {@code confirmed} or {@code error}
 * @param type how it moves
 * @param sourceCompute the service it comes from
 * @param sourceNode the hypervisor it comes from
 * @param destCompute the service it goes to; null before it is chosen
 * @param destNode the hypervisor it goes to
 * @param destHost the address it goes to
 * @param oldFlavorNumber the flavor it had, by Nova's own number, which is not the flavor's id
 * @param newFlavorNumber the flavor it gets, by the same kind of number
 * @param userId who ordered it
 * @param projectId in which project
 * @param createdAt when it was ordered
 * @param updatedAt when it last changed; null when it has not
 * @param extras fields without a component of their own
 */
public record Migration(
        String id,
        @Since("2.59") @Nullable String uuid,
        @JsonProperty("instance_uuid") String serverId,
        String status,

        @Since("2.23") @JsonProperty("migration_type") @Nullable
        MigrationType type,

        @Nullable String sourceCompute,
        @Nullable String sourceNode,
        @Nullable String destCompute,
        @Nullable String destNode,
        @Nullable String destHost,
        @JsonProperty("old_instance_type_id") @Nullable Long oldFlavorNumber,
        @JsonProperty("new_instance_type_id") @Nullable Long newFlavorNumber,
        @Since("2.80") @Nullable String userId,
        @Since("2.80") @Nullable String projectId,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<Migration> {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
