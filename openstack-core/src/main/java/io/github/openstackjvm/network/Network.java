package io.github.openstackjvm.network;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * A network. The constructor is not API.
 *
 * @param id a UUID
 * @param name need not be unique
 * @param status in the service's words
 * @param extras fields without a component of their own
 */
public record Network(
        String id,
        String name,
        String status,
        @JsonAnySetter Map<String, @Nullable Object> extras) implements Resource<Network> {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
