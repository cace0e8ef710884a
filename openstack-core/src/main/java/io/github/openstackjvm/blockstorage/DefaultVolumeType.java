package io.github.openstackjvm.blockstorage;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * The volume type of a project for volumes whose specification names none. The constructor is not API.
 *
 * @param projectId the project
 * @param typeId the type
 * @param extras fields without a component of their own
 */
public record DefaultVolumeType(
        String projectId,
        @JsonProperty("volume_type_id") String typeId,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<DefaultVolumeType> {

    @Override
    public String id() {
        return projectId;
    }

    @Override
    public String toString() {
        return Show.of(this);
    }
}
