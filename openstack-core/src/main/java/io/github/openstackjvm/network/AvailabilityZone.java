package io.github.openstackjvm.network;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * Where networks or routers are served. The constructor is not API.
 *
 * @param name such as {@code nova}
 * @param resource what is served there: {@code network} or {@code router}
 * @param state {@code available} or {@code unavailable}
 * @param extras fields without a component of their own
 */
public record AvailabilityZone(
        String name,
        String resource,
        String state,
        @JsonAnySetter Map<String, @Nullable Object> extras) implements Resource<AvailabilityZone> {

    @Override
    public String id() {
        return name;
    }

    @Override
    public String toString() {
        return Show.of(this);
    }
}
