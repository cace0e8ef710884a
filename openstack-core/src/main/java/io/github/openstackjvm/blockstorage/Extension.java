package io.github.openstackjvm.blockstorage;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * A part of the API. The constructor is not API.
 *
 * @param alias its short name
 * @param name its name
 * @param description for people
 * @param updatedAt of which date it is
 * @param extras fields without a component of their own
 */
public record Extension(
        String alias,
        String name,
        @Nullable String description,
        @JsonProperty("updated") @Nullable Instant updatedAt,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<Extension> {

    @Override
    public String id() {
        return alias;
    }

    @Override
    public String toString() {
        return Show.of(this);
    }
}
