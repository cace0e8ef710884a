package io.github.openstackjvm.blockstorage;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import io.github.openstackjvm.resource.Since;
import org.jspecify.annotations.Nullable;

/**
 * All volumes of a group as they were at one moment. The constructor is not API.
 *
 * @param id a UUID
 * @param name need not be unique
 * @param description for people
 * @param status what it is at
 * @param groupId the group
 * @param typeId type of the group
 * @param projectId whose it is
 * @param createdAt when it was ordered
 * @param extras fields without a component of their own
 */
public record GroupSnapshot(
        String id,
        @Nullable String name,
        @Nullable String description,
        GroupStatus status,
        @Nullable String groupId,
        @JsonProperty("group_type_id") @Nullable String typeId,
        @Since("3.58") @Nullable String projectId,
        @Nullable Instant createdAt,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<GroupSnapshot> {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
