package io.github.openstackjvm.network;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * Lets a project use what belongs to another one. The constructor is not API.
 *
 * @param id a UUID
 * @param projectId whose it is
 * @param objectType what it shares, such as {@code network}
 * @param objectId id of what it shares
 * @param targetProjectId id of the project that may use it; {@code *}: all
 * @param action as what: {@code access_as_shared} or {@code access_as_external}
 * @param extras fields without a component of their own
 */
public record RbacPolicy(
        String id,
        @Nullable String projectId,
        String objectType,
        String objectId,
        @JsonProperty("target_tenant") String targetProjectId,
        String action,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<RbacPolicy> {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
