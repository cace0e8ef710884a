package io.github.openstackjvm.image;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * Properties that belong together, as a namespace defines them. The constructor is not API.
 *
 * @param name unique in its namespace
 * @param description what they are about
 * @param required the names of those that must be set together
 * @param properties by their names
 * @param createdAt when it was defined; null inside a namespace that was just created
 * @param updatedAt when it last changed; null inside a namespace that was just created
 * @param extras fields without a component of their own
 */
public record MetadefObject(
        String name,
        @Nullable String description,
        List<String> required,
        Map<String, MetadefProperty> properties,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<MetadefObject> {

    /** Its properties know their names. */
    public MetadefObject {
        properties = MetadefProperty.named(properties);
    }

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
