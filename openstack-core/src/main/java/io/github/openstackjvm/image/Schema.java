package io.github.openstackjvm.image;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.openstackjvm.resource.Extras;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * What a resource looks like, in the words of JSON Schema. The constructor is not API.
 *
 * @param name of the kind of resource
 * @param properties its fields, each with what holds for it
 * @param required the fields without which the service refuses
 * @param links how addresses follow from fields
 * @param extras fields without a component of their own
 */
public record Schema(
        String name,
        Map<String, @Nullable Object> properties,
        List<String> required,
        List<Map<String, @Nullable Object>> links,
        @JsonAnySetter Map<String, @Nullable Object> extras) {

    /** Keeps copies. */
    public Schema {
        properties = Extras.of(properties);
        required = Extras.list(required);
        links = Extras.list(links);
        extras = Extras.of(extras);
    }

    @Override
    public String toString() {
        return Show.of(this);
    }
}
