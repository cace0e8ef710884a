package io.github.openstackjvm.blockstorage;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Resource;
import org.jspecify.annotations.Nullable;

/**
 * That a server or a host has a volume, or is to have it. The constructor is not API.
 *
 * @param id a UUID
 * @param status how far it is
 * @param volumeId the volume
 * @param serverId the server; null when it is none
 * @param mode whether the volume may be written to; only when read by itself or in details
 * @param connectionInfo how the host reaches the volume; may hold secrets. Empty until there is a host
 * @param attachedAt since when
 * @param detachedAt until when
 * @param extras fields without a component of their own
 */
public record Attachment(
        String id,
        AttachmentStatus status,
        String volumeId,
        @JsonProperty("instance") @Nullable String serverId,
        @JsonProperty("attach_mode") @Nullable AttachMode mode,
        Map<String, @Nullable Object> connectionInfo,
        @Nullable Instant attachedAt,
        @Nullable Instant detachedAt,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<Attachment> {

    @Override
    public String toString() {
        return "Attachment[id=" + id + ", status=" + status + ", volumeId=" + volumeId + ", serverId=" + serverId
                + ", connectionInfo=" + connectionInfo.keySet() + "]";
    }
}
