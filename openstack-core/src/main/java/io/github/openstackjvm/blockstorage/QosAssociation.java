package io.github.openstackjvm.blockstorage;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * A volume type whose volumes have a QoS policy. The constructor is not API.
 *
 * @param id the type's id
 * @param name the type's name
 * @param associationType always {@code volume_type}
 * @param extras fields without a component of their own
 */
public record QosAssociation(
        String id,
        String name,
        @Nullable String associationType,
        @JsonAnySetter Map<String, @Nullable Object> extras) {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
