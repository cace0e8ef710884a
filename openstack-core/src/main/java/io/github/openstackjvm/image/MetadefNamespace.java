package io.github.openstackjvm.image;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * Definitions of metadata that belong together. A list has its {@code resourceTypes}; objects, properties and tags are shown
 * of one that was read. The constructor is not API.
 *
 * @param name unique in the cloud, such as {@code OS::Compute::Watchdog}
 * @param displayName what people see
 * @param description what it is about
 * @param visibility public, or private to its project
 * @param isProtected whether neither it nor what is in it can be deleted
 * @param projectId whose it is
 * @param createdAt when it was created
 * @param updatedAt when it last changed
 * @param resourceTypes for which kinds of things it is meant
 * @param properties by their names
 * @param objects properties that belong together
 * @param tags words that things can be tagged with
 * @param extras fields without a component of their own
 */
public record MetadefNamespace(
        @JsonProperty("namespace") String name,
        @Nullable String displayName,
        @Nullable String description,
        ImageVisibility visibility,
        @JsonProperty("protected") boolean isProtected,
        @JsonProperty("owner") @Nullable String projectId,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,

        @JsonProperty("resource_type_associations") List<MetadefAssociation> resourceTypes,

        Map<String, MetadefProperty> properties,
        List<MetadefObject> objects,
        List<MetadefTag> tags,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<MetadefNamespace> {

    /** Its properties know their names. */
    public MetadefNamespace {
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
