package io.github.openstackjvm.compute;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import io.github.openstackjvm.resource.Since;
import org.jspecify.annotations.Nullable;

/**
 * What was done to a server, by whom and when. It is found by the id of the request that ordered it. The
 * constructor is not API.
 *
 * @param requestId of the request, as in the headers of its answer
 * @param name such as {@code reboot}
 * @param serverId the server
 * @param userId who ordered it
 * @param projectId in which project
 * @param startedAt when it was ordered
 * @param updatedAt when its last event began or ended
 * @param message {@code Error} when it failed; null otherwise
 * @param events what Nova did for it, the latest first; only where one is read, and before 2.51 for administrators
 * @param extras fields without a component of their own
 */
public record InstanceAction(
        String requestId,
        @JsonProperty("action") String name,
        @JsonProperty("instance_uuid") String serverId,
        @Nullable String userId,
        @Nullable String projectId,
        @JsonProperty("start_time") @Nullable Instant startedAt,
        @Since("2.58") @Nullable Instant updatedAt,
        @Nullable String message,
        List<Event> events,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<InstanceAction> {

    @Override
    public String toString() {
        return Show.of(this);
    }

    @Override
    public String id() {
        return requestId;
    }

    /**
     * A step of an action.
     *
     * @param name such as {@code compute_reboot_instance}
     * @param startedAt when it began
     * @param finishedAt when it ended; null while it goes on
     * @param result {@code Success} or {@code Error}; null while it goes on
     * @param traceback where it failed; for administrators
     * @param host where it was done; for administrators
     * @param hostId the same text for all servers of a project on that host
     * @param details why it failed, in few words; for administrators
     * @param extras fields without a component of their own
     */
    public record Event(
            @JsonProperty("event") String name,
            @JsonProperty("start_time") @Nullable Instant startedAt,
            @JsonProperty("finish_time") @Nullable Instant finishedAt,
            @Nullable String result,
            @Nullable String traceback,
            @Since("2.62") @Nullable String host,
            @Since("2.62") @JsonProperty("hostId") @Nullable String hostId,
            @Since("2.84") @Nullable String details,
            @JsonAnySetter Map<String, @Nullable Object> extras) {
        @Override
        public String toString() {
            return Show.of(this);
        }
    }
}
