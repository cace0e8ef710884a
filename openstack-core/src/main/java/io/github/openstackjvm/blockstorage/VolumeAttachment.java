package io.github.openstackjvm.blockstorage;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * Who has a volume, as the volume tells it. The constructor is not API.
 *
 * @param attachmentId what {@link Attachments} takes
 * @param volumeId the volume
 * @param serverId the server that has it; null when it is a host
 * @param hostName the host; for administrators
 * @param device where it is seen there, such as {@code /dev/vdb}
 * @param attachedAt since when
 * @param extras fields without a component of their own
 */
public record VolumeAttachment(
        String attachmentId,
        String volumeId,
        @Nullable String serverId,
        @Nullable String hostName,
        @Nullable String device,
        @Nullable Instant attachedAt,
        @JsonAnySetter Map<String, @Nullable Object> extras) {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
