package io.github.openstackjvm.image;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * That a namespace is meant for a kind of thing. The constructor is not API.
 *
 * @param name of the kind, such as {@code OS::Nova::Flavor}
 * @param prefix what stands before the names of the properties on things of this kind, such as {@code hw:}
 * @param propertiesTarget which of a thing's metadata are meant, where it has several
 * @param createdAt since when
 * @param updatedAt when it last changed
 * @param extras fields without a component of their own
 */
public record MetadefAssociation(
        String name,
        @Nullable String prefix,
        @Nullable String propertiesTarget,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<MetadefAssociation> {

    /** The name of the kind. */
    @Override
    public String id() {
        return name;
    }

    @Override
    public String toString() {
        return Show.of(this);
    }
}
