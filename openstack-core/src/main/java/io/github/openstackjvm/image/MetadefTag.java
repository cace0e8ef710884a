package io.github.openstackjvm.image;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * A word that things can be tagged with, as a namespace proposes it. The constructor is not API.
 *
 * @param name unique in its namespace, in any case of its letters
 * @param createdAt when it was defined; null in lists
 * @param updatedAt when it last changed; null in lists
 * @param extras fields without a component of their own
 */
public record MetadefTag(
        String name,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<MetadefTag> {

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
