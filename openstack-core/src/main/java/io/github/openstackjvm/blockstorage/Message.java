package io.github.openstackjvm.blockstorage;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * What a user is told of an order that failed in the background. The constructor is not API.
 *
 * @param id a UUID
 * @param text for people
 * @param eventId what happened, such as {@code VOLUME_VOLUME_001_003}
 * @param level such as {@code ERROR}
 * @param resourceType such as {@code VOLUME}
 * @param resourceId the resource
 * @param requestId of the order
 * @param keptUntil how long it is kept
 * @param createdAt when it happened
 * @param extras fields without a component of their own
 */
public record Message(
        String id,
        @JsonProperty("user_message") String text,
        String eventId,
        @JsonProperty("message_level") String level,
        @Nullable String resourceType,
        @JsonProperty("resource_uuid") @Nullable String resourceId,
        @Nullable String requestId,
        @JsonProperty("guaranteed_until") @Nullable Instant keptUntil,
        @Nullable Instant createdAt,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<Message> {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
