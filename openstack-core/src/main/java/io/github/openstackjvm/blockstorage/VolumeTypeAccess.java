package io.github.openstackjvm.blockstorage;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * A project that may use a volume type which is not public. The constructor is not API.
 *
 * @param typeId the type's id
 * @param projectId the project's id
 * @param extras fields without a component of their own
 */
public record VolumeTypeAccess(
        @JsonProperty("volume_type_id") String typeId,
        String projectId,
        @JsonAnySetter Map<String, @Nullable Object> extras) {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
