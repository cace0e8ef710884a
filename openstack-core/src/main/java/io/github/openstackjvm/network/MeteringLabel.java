package io.github.openstackjvm.network;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * What traffic is counted under. The constructor is not API.
 *
 * @param id a UUID
 * @param name need not be unique
 * @param description empty when there is none
 * @param projectId whose it is
 * @param shared whether it counts for all projects
 * @param extras fields without a component of their own
 */
public record MeteringLabel(
        String id,
        String name,
        @Nullable String description,
        @Nullable String projectId,
        boolean shared,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<MeteringLabel> {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
