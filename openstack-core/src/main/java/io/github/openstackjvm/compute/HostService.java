package io.github.openstackjvm.compute;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import io.github.openstackjvm.resource.Since;
import org.jspecify.annotations.Nullable;

/**
 * A service of Nova on a host. The constructor is not API.
 *
 * @param id a UUID; before 2.53 a number
 * @param binary what it is, such as {@code nova-compute}
 * @param host where it is
 * @param zone its availability zone
 * @param status whether the scheduler may use it
 * @param state whether it answers
 * @param disabledReason why it is disabled; null when it is not, or nobody said
 * @param forcedDown whether it was declared down, so that its servers can be evacuated at once
 * @param updatedAt when it last reported
 * @param extras fields without a component of their own
 */
public record HostService(
        String id,
        String binary,
        String host,
        @Nullable String zone,
        HostStatus status,
        @Nullable HostState state,
        @Nullable String disabledReason,
        @Since("2.11") @Nullable Boolean forcedDown,
        @Nullable Instant updatedAt,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<HostService> {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
