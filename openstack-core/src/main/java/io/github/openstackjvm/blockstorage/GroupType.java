package io.github.openstackjvm.blockstorage;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * What kind of group a group of volumes is. The constructor is not API.
 *
 * @param id a UUID
 * @param name unique in the cloud
 * @param description for people
 * @param isPublic whether every project may use it
 * @param specs what scheduler and backend are told; for administrators
 * @param extras fields without a component of their own
 */
public record GroupType(
        String id,
        String name,
        @Nullable String description,
        @JsonProperty("is_public") boolean isPublic,
        @JsonProperty("group_specs") Map<String, String> specs,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<GroupType> {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
