package io.github.openstackjvm.compute;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import io.github.openstackjvm.resource.Since;
import org.jspecify.annotations.Nullable;

/**
 * Hosts that have something in common. With an availability zone, users see it as that zone. The constructor is
 * not API.
 *
 * @param id a number
 * @param name unique in the cloud
 * @param uuid by which Placement knows it
 * @param availabilityZone the zone that its hosts are in; null when it is none
 * @param hosts names of its compute services' hosts; empty in the answer that made it
 * @param metadata what the scheduler compares; the zone stands here, too
 * @param createdAt when it was made
 * @param updatedAt when it last changed; null when it has not
 * @param deletedAt always null
 * @param deleted always false
 * @param extras fields without a component of their own
 */
public record Aggregate(
        String id,
        String name,
        @Since("2.41") @Nullable String uuid,
        @Nullable String availabilityZone,
        List<String> hosts,
        Map<String, String> metadata,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable Instant deletedAt,
        @Nullable Boolean deleted,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<Aggregate> {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
