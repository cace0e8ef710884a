package io.github.openstackjvm.compute;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import io.github.openstackjvm.resource.Since;
import org.jspecify.annotations.Nullable;

/**
 * A volume that a server has. The constructor is not API.
 *
 * @param volumeId the volume, which is also how it is found here
 * @param serverId the server
 * @param device where the guest may see it, such as {@code /dev/vdb}; null while the server has no host
 * @param tag by which the guest finds it in its metadata; null when it has none
 * @param deleteOnTermination whether the volume goes with the server
 * @param attachmentId the attachment in Cinder
 * @param blockDeviceId Nova's record of it
 * @param extras fields without a component of their own
 */
@JsonIgnoreProperties("id") // until 2.88: the id of the volume, once more
public record VolumeAttachment(
        @JsonProperty("volumeId") String volumeId,
        @JsonProperty("serverId") String serverId,
        @Nullable String device,
        @Since("2.70") @Nullable String tag,
        @Since("2.79") @Nullable Boolean deleteOnTermination,
        @Since("2.89") @Nullable String attachmentId,
        @Since("2.89") @JsonProperty("bdm_uuid") @Nullable String blockDeviceId,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<VolumeAttachment> {

    @Override
    public String toString() {
        return Show.of(this);
    }

    @Override
    public String id() {
        return volumeId;
    }
}
