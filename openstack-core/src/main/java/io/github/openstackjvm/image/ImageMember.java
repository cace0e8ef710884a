package io.github.openstackjvm.image;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * A project that an image is shared with. The constructor is not API.
 *
 * @param projectId the project
 * @param imageId the image
 * @param status what the project makes of it
 * @param createdAt when it became a member
 * @param updatedAt when that last changed
 * @param extras fields without a component of their own
 */
public record ImageMember(
        @JsonProperty("member_id") String projectId,
        String imageId,
        MemberStatus status,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<ImageMember> {

    /** The project's id. */
    @Override
    public String id() {
        return projectId;
    }

    @Override
    public String toString() {
        return Show.of(this);
    }
}
