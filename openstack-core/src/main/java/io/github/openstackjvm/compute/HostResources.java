package io.github.openstackjvm.compute;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * What a host has, or what of it is used. The constructor is not API.
 *
 * @param host its name
 * @param project {@code (total)}, {@code (used_now)}, {@code (used_max)}, or the id of a project
 * @param cpu number of CPUs
 * @param ramMiB memory in MiB
 * @param diskGiB disk in GiB
 * @param extras fields without a component of their own
 */
public record HostResources(
        String host,
        String project,
        int cpu,
        @JsonProperty("memory_mb") long ramMiB,
        @JsonProperty("disk_gb") long diskGiB,
        @JsonAnySetter Map<String, @Nullable Object> extras) {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
