package io.github.openstackjvm.compute;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * A part of the API, from the time before microversions. All clouds list the same ones. The constructor is not
 * API.
 *
 * @param alias by which it is found
 * @param name for people
 * @param description what it does
 * @param namespace of the XML that it no longer has
 * @param updatedAt when it last changed, as it says
 * @param extras fields without a component of their own
 */
public record Extension(
        String alias,
        String name,
        @Nullable String description,
        @Nullable String namespace,
        @JsonProperty("updated") @Nullable Instant updatedAt,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<Extension> {

    @Override
    public String toString() {
        return Show.of(this);
    }

    @Override
    public String id() {
        return alias;
    }
}
