package io.github.openstackjvm.compute;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * What Nova made of an event that it was told of. The constructor is not API.
 *
 * @param name what happened
 * @param serverId to which server
 * @param tag to which of its ports or volumes, or which power state
 * @param status {@code completed}, or {@code failed} when Nova could not use it
 * @param code 200; 404: no such server, 422: it has no host, 400: the tag is missing
 * @param extras fields without a component of their own
 */
public record ExternalEvent(
        EventName name,
        @JsonProperty("server_uuid") String serverId,
        @Nullable String tag,
        String status,
        int code,
        @JsonAnySetter Map<String, @Nullable Object> extras) {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
