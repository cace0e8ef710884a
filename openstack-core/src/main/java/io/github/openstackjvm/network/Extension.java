package io.github.openstackjvm.network;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * Something that this Neutron can do beside the core. The constructor is not API.
 *
 * @param alias by which it is asked for
 * @param name for people
 * @param description what it does
 * @param updated when its interface last changed
 * @param links empty
 * @param extras fields without a component of their own
 */
public record Extension(
        String alias,
        String name,
        @Nullable String description,
        @Nullable Instant updated,
        List<Object> links,
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
