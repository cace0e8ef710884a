package io.github.openstackjvm.blockstorage;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.resource.Show;
import io.github.openstackjvm.resource.Since;
import org.jspecify.annotations.Nullable;

/**
 * That a volume is offered to another project. The constructor is not API.
 *
 * @param id a UUID
 * @param name for people
 * @param volumeId the volume
 * @param authKey with which it can be accepted; only in the answer to its creation
 * @param noSnapshots whether the snapshots of the volume stay
 * @param sourceProjectId who gives
 * @param destinationProjectId who has accepted
 * @param accepted whether somebody has accepted
 * @param createdAt when it was made
 * @param extras fields without a component of their own
 */
public record VolumeTransfer(
        String id,
        @Nullable String name,
        String volumeId,
        @Nullable Secret authKey,
        @Since("3.55") @Nullable Boolean noSnapshots,
        @Since("3.57") @Nullable String sourceProjectId,
        @Since("3.57") @Nullable String destinationProjectId,
        @Since("3.57") @Nullable Boolean accepted,
        @Nullable Instant createdAt,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<VolumeTransfer> {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
