package io.github.openstackjvm.image;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * A kind of thing that properties are defined for. The constructor is not API.
 *
 * @param name as Orchestration calls it, such as {@code OS::Glance::Image}
 * @param createdAt when it was first used
 * @param updatedAt when it last changed
 * @param extras fields without a component of their own
 */
public record MetadefResourceType(
        String name,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<MetadefResourceType> {

    /** Its name. */
    @Override
    public String id() {
        return name;
    }

    @Override
    public String toString() {
        return Show.of(this);
    }
}
