package io.github.openstackjvm.image;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * An image. The constructor is not API.
 *
 * @param id a UUID
 * @param name null when it has none
 * @param status in the service's words
 * @param extras fields without a component of their own
 */
public record Image(
        String id,
        @Nullable String name,
        String status,
        @JsonAnySetter Map<String, @Nullable Object> extras) implements Resource<Image> {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
