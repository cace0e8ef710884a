package io.github.openstackjvm.blockstorage;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * A disk on a backend that Cinder can take over, or has. The constructor is not API.
 *
 * @param reference what the backend calls it
 * @param sizeGiB its size in GiB
 * @param manageable whether it can be taken over
 * @param reason why it cannot; only in details
 * @param volumeId the volume, when Cinder has it; only in details
 * @param extraInfo whatever else the backend says; only in details
 * @param extras fields without a component of their own
 */
public record ManageableVolume(
        Map<String, @Nullable Object> reference,
        @JsonProperty("size") int sizeGiB,
        @JsonProperty("safe_to_manage") boolean manageable,
        @JsonProperty("reason_not_safe") @Nullable String reason,
        @JsonProperty("cinder_id") @Nullable String volumeId,
        Map<String, @Nullable Object> extraInfo,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<ManageableVolume> {

    @Override
    public String id() {
        return reference.toString();
    }

    @Override
    public String toString() {
        return Show.of(this);
    }
}
