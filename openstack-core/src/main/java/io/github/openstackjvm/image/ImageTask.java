package io.github.openstackjvm.image;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * Something that the service does in the background, such as an import. A list shows less of each than reading one does. The
 * constructor is not API.
 *
 * @param id a UUID
 * @param type such as {@code api_image_import}
 * @param status how far it is
 * @param message why it failed, or how far it is; null when there is nothing to say
 * @param projectId whose it is
 * @param userId who asked for it; null where the service does not say
 * @param imageId the image it is about; null where the service does not say
 * @param requestId the request that began it; null where the service does not say
 * @param input what was asked for
 * @param result what it led to
 * @param createdAt when it was made
 * @param updatedAt when it last changed
 * @param expiresAt when it is forgotten; null while it goes on
 * @param extras fields without a component of their own
 */
public record ImageTask(
        String id,
        String type,
        TaskStatus status,
        @Nullable String message,
        @JsonProperty("owner") @Nullable String projectId,
        @Nullable String userId,
        @Nullable String imageId,
        @Nullable String requestId,
        Map<String, @Nullable Object> input,
        Map<String, @Nullable Object> result,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable Instant expiresAt,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<ImageTask> {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
