package io.github.openstackjvm.compute;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Extras;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * What the servers of a project have used in a period. The constructor is not API.
 *
 * @param projectId whose servers
 * @param serverHours hours that servers existed, all added up
 * @param vcpuHours hours times virtual CPUs
 * @param ramMiBHours hours times memory in MiB
 * @param diskGiBHours hours times disk in GiB
 * @param from begin of the period
 * @param to end of the period, at most now
 * @param servers each server; empty unless asked for
 * @param extras fields without a component of their own
 */
public record ProjectUsage(
        @JsonProperty("tenant_id") String projectId,
        @JsonProperty("total_hours") double serverHours,
        @JsonProperty("total_vcpus_usage") double vcpuHours,
        @JsonProperty("total_memory_mb_usage") double ramMiBHours,
        @JsonProperty("total_local_gb_usage") double diskGiBHours,
        @JsonProperty("start") @Nullable Instant from,
        @JsonProperty("stop") @Nullable Instant to,
        @JsonProperty("server_usages") List<ServerUsage> servers,
        @JsonAnySetter Map<String, @Nullable Object> extras) {

    /** No usage at all. */
    static ProjectUsage none(String projectId) {
        return new ProjectUsage(projectId, 0, 0, 0, 0, null, null, List.of(), Map.of());
    }

    /** This usage and that of further servers of the same project. */
    ProjectUsage plus(ProjectUsage more) {
        List<ServerUsage> all = new ArrayList<>(servers);
        all.addAll(more.servers);
        return new ProjectUsage(
                projectId,
                serverHours + more.serverHours,
                vcpuHours + more.vcpuHours,
                ramMiBHours + more.ramMiBHours,
                diskGiBHours + more.diskGiBHours,
                from,
                to,
                Extras.list(all),
                extras);
    }

    @Override
    public String toString() {
        return Show.of(this);
    }

    /**
     * What one server has used. A deleted one stays counted.
     *
     * @param serverId the server
     * @param name of the server
     * @param projectId whose it is
     * @param state such as {@code active} or {@code terminated}
     * @param flavor name of its flavor
     * @param vcpus number of virtual CPUs
     * @param ramMiB memory in MiB
     * @param diskGiB root and further disk in GiB
     * @param hours how long it existed in the period
     * @param uptimeSeconds how long it has existed at all, in seconds
     * @param startedAt when it first ran
     * @param endedAt when it was deleted; null while it exists
     * @param extras fields without a component of their own
     */
    public record ServerUsage(
            @JsonProperty("instance_id") String serverId,
            @Nullable String name,
            @JsonProperty("tenant_id") String projectId,
            String state,
            @Nullable String flavor,
            int vcpus,
            @JsonProperty("memory_mb") int ramMiB,
            @JsonProperty("local_gb") int diskGiB,
            double hours,
            @JsonProperty("uptime") long uptimeSeconds,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @JsonAnySetter Map<String, @Nullable Object> extras) {
        @Override
        public String toString() {
            return Show.of(this);
        }
    }
}
